revision 'a2'

upgrade {
// data: bound parameters always; never string concatenation in the examples
execute 'UPDATE tasks SET priority_id = :id WHERE priority = :name', id: 3, name: 'high'
table('projects').where(old_status: 'todo').update(new_status: 'idea')
bulkInsert 'roles', [[id: 1, name: 'admin'], [id: 2, name: 'member']]
query('SELECT id, name FROM users').each { row -> execute 'UPDATE … WHERE id = :id', id: row.id }
autocommit { execute "ALTER TYPE job_state ADD VALUE 'archived'" }
}

irreversible 'an example of the language'
