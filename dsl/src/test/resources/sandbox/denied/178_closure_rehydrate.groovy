revision 'd178'

upgrade {
    Closure c = { execute 'x' }
    c.rehydrate(1, 2, 3)()
}
downgrade { }
