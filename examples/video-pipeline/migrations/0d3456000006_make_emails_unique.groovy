revision     '0d3456000006'
downRevision '0c2345000005'
message      'Add unique constraint on users.email'

upgrade('Fails while two users share an address: clean them up first.') {
    online {
        def duplicates = query('''
            SELECT email, count(*) AS n FROM users WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1 ORDER BY email
        ''')
        if (duplicates) {
            throw new IllegalStateException(
                "Cannot add unique constraint: ${duplicates.size()} duplicate emails found, first ${duplicates[0].string('email')}")
        }
    }
    createUniqueConstraint 'users_email_unique', 'users', ['email']
}

downgrade {
    dropConstraint 'users_email_unique', 'users', type: 'unique'
}
