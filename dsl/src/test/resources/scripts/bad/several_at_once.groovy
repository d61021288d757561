revision 'x'
upgrade {
    addColum 'projects', 'priority', varchar(10)
    addColumn 'projects', 'priority', varchr(10), nulable: true
    createTable('t') {
        column 'id', uuidd
        primaryKey 'idd'
    }
    dropTable projects
}
downgrade { }
