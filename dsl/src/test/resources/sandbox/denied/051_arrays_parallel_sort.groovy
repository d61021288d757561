revision 'd051'

upgrade {
    Arrays.parallelSort([2, 1] as int[])
}
downgrade { }
