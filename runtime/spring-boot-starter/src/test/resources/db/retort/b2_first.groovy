revision 'b2'
downRevision 'a1'
message 'Add the first project'

upgrade {
    bulkInsert 'projects', [[id: 1, name: 'Retort']]
}

downgrade {
    execute 'DELETE FROM projects WHERE id = 1'
}
