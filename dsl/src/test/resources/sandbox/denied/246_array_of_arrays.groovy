revision 'd246'

upgrade {
    int[][] a = new int[100000][100000]
    execute a.length.toString()
}
downgrade { }
