revision 'x'
upgrade {
    query('SELECT name FROM users').each { row -> execute 'x', n: row.strng('name') }
}
downgrade { }
