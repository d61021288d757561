revision 'd237'

upgrade {
    List<Integer> l = [1] * 2000000000
    execute l.toString()
}
downgrade { }
