revision     '6e5d7c8b9a0f'
downRevision '5d4c6b7a8f9e'
message      'Add the first users and give them the tasks nobody has'

upgrade {
    bulkInsert 'users', [
        [name: 'Ada', email: 'ada@example.com'],
        [name: 'Grace', email: 'grace@example.com'],
    ]
    online {
        def users = query("SELECT id FROM users WHERE email IN ('ada@example.com', 'grace@example.com') ORDER BY id")
        query('SELECT id FROM tasks WHERE user_id IS NULL ORDER BY id').eachWithIndex { task, i ->
            def user = users[i % users.size()]
            execute 'UPDATE tasks SET user_id = :user WHERE id = :task', user: user.integer('id'), task: task.integer('id')
        }
    } offline {
        // With --sql there is nobody to ask.
        execute '''
            UPDATE tasks SET user_id = who.id
            FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM tasks WHERE user_id IS NULL) AS what
            JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM users
                  WHERE email IN ('ada@example.com', 'grace@example.com')) AS who
              ON who.n = what.n % 2
            WHERE tasks.id = what.id
        '''
    }
}

downgrade {
    execute '''
        UPDATE tasks SET user_id = NULL
        WHERE user_id IN (SELECT id FROM users WHERE email IN ('ada@example.com', 'grace@example.com'))
    '''
    table('users').where(email: ['ada@example.com', 'grace@example.com']).delete()
}
