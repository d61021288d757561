revision     '71bc71cb8fac'
message      'Create workspaces and projects'

upgrade {
    createTable('workspaces') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(100), nullable: false
    }
    createTable('projects') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(200), nullable: false
        column 'description', text
        column 'status', varchar(20), nullable: false, default: 'idea'
        column 'created_at', timestamp(timezone: true), default: sql('CURRENT_TIMESTAMP')
        column 'updated_at', timestamp(timezone: true)
        column 'workspace_id', integer, nullable: false
        unique 'name'
        foreignKey 'workspace_id', references: 'workspaces.id'
    }
}

downgrade {
    dropTable 'projects'
    dropTable 'workspaces'
}
