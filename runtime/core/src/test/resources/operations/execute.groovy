// execute
// SQL as it is written, one statement or several. `:name` is a parameter, whose value is bound; a list of rows runs the statement once for each.
// given
createTable('projects') {
    column 'id', integer, primaryKey: true
    column 'stage', text
}
// shown
execute "INSERT INTO projects VALUES (1, 'todo'); INSERT INTO projects VALUES (2, 'done')"
execute 'UPDATE projects SET stage = :new WHERE stage = :old', new: 'idea', old: 'todo'
execute 'UPDATE projects SET stage = :stage WHERE id = :id', [[id: 1, stage: 'a'], [id: 2, stage: 'b']]
// down
execute 'DELETE FROM projects'
