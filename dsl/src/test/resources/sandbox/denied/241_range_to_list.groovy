revision 'd241'

upgrade {
    List<Integer> l = (1..2000000000).toList()
    execute l.toString()
}
downgrade { }
