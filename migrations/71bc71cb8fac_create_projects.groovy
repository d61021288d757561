revision     '71bc71cb8fac'
downRevision '2c41d0f7a9e3'
message      'Create projects'
created      '2026-08-05T13:40:09Z'

upgrade {
    createTable('projects') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'owner_id', bigint, nullable: false
        column 'name', varchar(200), nullable: false
        column 'description', text
        column 'status', varchar(20), nullable: false, default: 'idea'
        column 'created_at', timestamp(timezone: true), nullable: false, default: sql('CURRENT_TIMESTAMP')
        foreignKey 'owner_id', references: 'users.id'
        unique 'owner_id', 'name'
        index 'owner_id'
    }
}

downgrade {
    dropTable 'projects'
}
