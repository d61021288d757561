revision 'd372'

upgrade {
    List<Integer> x = (1..30_000).toList()
    List<Integer> y = (40_000..70_000).toList()
    execute x.removeAll(y).toString()
    while (true) { x.removeAll(y) }
}
downgrade { }
