revision 'd344'

upgrade {
    Closure<Object> c = { Object x -> x }
    60_000.times { c = c >> c }
    execute c(1).toString()
}
downgrade { }
