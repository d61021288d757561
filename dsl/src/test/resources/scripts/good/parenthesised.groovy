revision('d6')
message("It's \"quoted\"")

upgrade {
    addColumn('projects', 'priority', varchar(10), nullable: true)
    createIndex(
        'ix_projects_priority',
        'projects',
        ['priority'],
        unique: true,
    )
    createTable 'notes', {
        column('id', integer, primaryKey: true)
        primaryKeyNote()
    }
}

downgrade {
    dropTable('notes')
}

def primaryKeyNote() { null }
