revision 'd206'

upgrade {
    execute System.identityHashCode('x').toString()
}
downgrade { }
