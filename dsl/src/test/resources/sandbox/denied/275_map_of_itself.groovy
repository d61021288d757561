revision 'd275'

upgrade {
    Map<String, Object> m = [:]
    m.put('m', [m])
    execute m.toString()
}
downgrade { }
