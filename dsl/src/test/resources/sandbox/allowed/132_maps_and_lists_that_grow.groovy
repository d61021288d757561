revision 'a132'

upgrade {
    Map<String, Object> row = [id: 1]
    row += [name: 'Ada']
    assert row == [id: 1, name: 'Ada']
    List<Object> values = [1]
    values += ['a']
    values += 'b'
    assert values == [1, 'a', 'b']
    List<Map<String, Object>> rows = []
    rows += [[id: 1, name: 'x']]
    rows << [id: 2]
    assert rows*.id == [1, 2]
    execute 'SELECT 1'
}
downgrade { }
