revision 'd280'

upgrade {
    String s = 'x' * 900_000
    List<String> l = [s] * 10_000
    execute l.join(',')
}
downgrade { }
