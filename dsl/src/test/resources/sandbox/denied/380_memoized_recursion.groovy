revision 'd380'

upgrade {
    Closure<Integer> f = null
    f = { int a -> f.call(a + 1) as Integer }.memoize()
    execute "${f.call(1)}"
}
downgrade { }
