revision 'd239'

upgrade {
    List<Integer> l = []
    l[2000000000] = 1
}
downgrade { }
