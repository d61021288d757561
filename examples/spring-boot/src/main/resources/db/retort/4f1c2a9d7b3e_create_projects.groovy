revision '4f1c2a9d7b3e'
message  'Create projects'
created  '2026-11-21T10:22:00Z'

change {
    createTable('projects') {
        column 'id', bigint, primaryKey: true
        column 'name', varchar(200), nullable: false
    }
}
