revision 'e7'

upgrade {
    online {
        query('SELECT id FROM users').each { row -> execute 'UPDATE users SET n = 1 WHERE id = :id', id: row.integer('id') }
    } offline {
        execute 'UPDATE users SET n = 1'
    }
    offline { execute 'SELECT 1' }
    online { addColumn 'users', 'x', text }
}

downgrade { }
