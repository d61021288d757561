revision 'd282'

upgrade {
    String s = 'x' * 900_000
    StringJoiner j = new StringJoiner(s)
    50_000.times { j.add(s) }
    execute j.toString()
}
downgrade { }
