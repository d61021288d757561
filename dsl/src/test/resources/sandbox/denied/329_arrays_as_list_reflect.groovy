revision 'd329'

upgrade {
    Object[] a = new Thread[1]
    execute a.toString()
}
downgrade { }
