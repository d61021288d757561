revision 'a127'

upgrade {
    query('SELECT id, name, n FROM t').each { row ->
        String slug = (row.string('name') ?: '').trim().toLowerCase().replaceAll(/[^a-z0-9]+/, '-')
        assert slug == 'ada' && row.integer('id') == 7 && row.decimal('n') == 3
    }
    Map<Long, String> names = query('SELECT id, name FROM t').collectEntries { [(it.integer('id')): it.string('name')] }
    assert names == [7L: ' ada ']
    List<List<Row>> pages = query('SELECT id FROM t').collate(100)
    assert pages.size() == 1
    table('t').where(id: 7).update(name: names[7L].trim())
    execute 'SELECT 1'
}
downgrade { }
