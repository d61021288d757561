revision 'd245'

upgrade {
    Object[] a = new Object[2000000000]
    execute a.length.toString()
}
downgrade { }
