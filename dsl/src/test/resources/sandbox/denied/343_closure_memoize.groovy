revision 'd343'

upgrade {
    Closure<Integer> c = { Integer x -> x }.memoize()
    execute c(1).toString()
}
downgrade { }
