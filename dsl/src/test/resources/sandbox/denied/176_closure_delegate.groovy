revision 'd176'

upgrade {
    Closure c = { execute 'x' }
    c.delegate = 'x'
    c()
}
downgrade { }
