revision 'a9'
message 'Unique emails'

upgrade {
    def twice = query('SELECT email, count(*) AS n FROM users GROUP BY email HAVING count(*) > 1')
    if (twice) {
        def names = twice.collect { row -> row.string('name') }
        throw new IllegalStateException("These are there twice: ${names.join(', ')}")
    }
    createUniqueConstraint 'users_email_unique', 'users', ['email']
}

downgrade {
    if (dialect == 'postgresql') {
        dropConstraint 'users_email_unique', 'users', type: 'unique'
    } else {
        batchAlterTable('users') { dropConstraint 'users_email_unique', type: 'unique' }
    }
}
