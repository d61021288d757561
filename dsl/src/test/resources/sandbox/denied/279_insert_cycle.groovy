revision 'd279'

upgrade {
    Map<String, Object> m = [:]
    m.put('m', m)
    bulkInsert 't', [m]
}
downgrade { }
