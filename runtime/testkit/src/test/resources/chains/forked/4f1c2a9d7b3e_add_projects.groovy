revision '4f1c2a9d7b3e'
message 'Add projects'
created '2026-11-21T10:15:00Z'

change {
    createTable('projects') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(20), nullable: false
    }
}
