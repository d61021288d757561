revision 'd224'

upgrade {
    Closure c = null
    c = { c() }
    c()
}
downgrade { }
