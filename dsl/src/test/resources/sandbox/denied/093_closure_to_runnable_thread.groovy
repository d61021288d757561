revision 'd093'

upgrade {
    Thread t = { execute 'x' }
    t.start()
}
downgrade { }
