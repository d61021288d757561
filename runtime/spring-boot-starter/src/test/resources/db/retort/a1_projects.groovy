revision 'a1'
message 'Create projects'

change {
    createTable('projects') {
        column 'id', bigint, nullable: false
        column 'name', varchar(255), nullable: false
        primaryKey 'id'
    }
}
