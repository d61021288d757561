revision 'd046'

upgrade {
    new Timer().runAfter(1) { execute 'x' }
}
downgrade { }
