revision 'a086'

upgrade {
    query('SELECT id, name FROM users').each { row ->
        assert row.integer('id') == 7L
        assert row.string('name').trim() == 'ada'
        execute 'UPDATE users SET name = :name WHERE id = :id', id: row.id, name: row.string('name').trim()
    }
    execute 'SELECT 1'
}
downgrade { }
