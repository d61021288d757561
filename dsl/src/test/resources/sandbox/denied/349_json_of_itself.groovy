revision 'd349'

upgrade {
    Map<String, Object> m = [:]
    m.put('m', m)
    execute Json.text(m)
}
downgrade { }
