revision 'd177'

upgrade {
    Closure c = { execute 'x' }
    c.setDelegate('x')
    c()
}
downgrade { }
