revision 'd339'

upgrade {
    execute(('x' in Runtime).toString())
}
downgrade { }
