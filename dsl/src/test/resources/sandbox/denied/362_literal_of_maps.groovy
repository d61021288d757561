revision 'd362'

upgrade {
    List<Map<String, Object>> rows = [[id: 1, name: 'a']]
    execute rows.toString()
}
downgrade { }
