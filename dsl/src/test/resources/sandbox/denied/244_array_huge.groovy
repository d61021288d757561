revision 'd244'

upgrade {
    int[] a = new int[2000000000]
    execute a.length.toString()
}
downgrade { }
