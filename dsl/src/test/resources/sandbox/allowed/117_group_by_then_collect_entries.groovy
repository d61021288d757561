revision 'a117'

upgrade {
    List<List<Object>> orders = [['ada', 10.0], ['bob', 5.5], ['ada', 2.5], ['cyd', 0.0]] as List<List<Object>>
    Map<String, BigDecimal> totals = orders.groupBy { it[0] as String }
            .collectEntries { String name, List<List<Object>> some -> [(name): some.sum { List<Object> o -> o[1] as BigDecimal } as BigDecimal] }
    assert totals == [ada: 12.5, bob: 5.5, cyd: 0.0]
    assert totals.findAll { it.value > 0 }.sort { Map.Entry<String, BigDecimal> e -> -e.value }.keySet().toList() == ['ada', 'bob']
    assert totals.countBy { String name, BigDecimal total -> total > 5 } == [(true): 2, (false): 1]
    assert ['a', 'bb', 'cc'].groupBy { it.size() }.collectEntries { k, v -> [k, v.size()] } == [1: 1, 2: 2]
    assert ['x', 'y'].withIndex().collectEntries { String s, Integer i -> [s, i] } == [x: 0, y: 1]
    assert [a: 1, b: 2].inject(0) { int sum, String k, Integer v -> sum + v } == 3
    assert [[1, 'a'], [2, 'b']].transpose() == [[1, 2], ['a', 'b']]
    execute 'SELECT 1'
}
downgrade { }
