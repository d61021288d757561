revision 'd396'

upgrade {
    List<Object> l = [[a: 1]]
    l << [l]
    table('t').insert(data: l)
}
downgrade { }
