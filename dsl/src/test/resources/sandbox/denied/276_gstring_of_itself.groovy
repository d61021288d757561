revision 'd276'

upgrade {
    List<Object> l = []
    GString g = "${-> l}"
    l << g
    execute g.toString()
}
downgrade { }
