revision     '4daf631c0875'
downRevision '3c9e520bf764'
message      'Create streets, and notes by a file of SQL'

change {
    createTable('streets') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(80), nullable: false
    }
    executeFile 'data/notes.sql', down: 'data/notes_down.sql'
}
