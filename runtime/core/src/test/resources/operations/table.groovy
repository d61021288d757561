// table, where, update, delete, insert
// The rows of a table, to be changed, removed or added to. In `where`, null means `IS NULL` and a list any of its members.
// given
createTable('tasks') {
    column 'id', integer, primaryKey: true
    column 'state', text
}
// shown
table('tasks').insert(id: 1, state: 'todo')
table('tasks').where(state: ['todo', 'idea']).update(state: 'open')
table('tasks').where(state: null).delete()
table('tasks').where('id > :id', id: 100).update(state: sql('upper(state)'))
// down
table('tasks').delete()
