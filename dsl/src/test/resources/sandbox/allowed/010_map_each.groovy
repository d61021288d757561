revision 'a010'

upgrade {
    Map<String, Integer> m = [a: 1, b: 2]
    List<String> seen = []
    m.each { k, v -> seen << "$k=$v".toString() }
    assert seen == ['a=1', 'b=2']
    m.each { e -> seen << e.key }
    assert seen.size() == 4
    execute 'SELECT 1'
}
downgrade { }
