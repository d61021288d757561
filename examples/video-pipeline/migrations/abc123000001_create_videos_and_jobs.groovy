revision     'abc123000001'
message      'Create videos and jobs'

upgrade {
    createTable('videos') {
        column 'id', integer, identity: true, primaryKey: true
        column 'youtube_id', text
        column 'created_at', timestamp(timezone: true), nullable: false, default: sql('CURRENT_TIMESTAMP')
        column 'updated_at', timestamp(timezone: true)
    }
    createTable('jobs') {
        column 'id', integer, identity: true, primaryKey: true
        column 'state', varchar(20), nullable: false
    }
    createTable('users') {
        column 'id', integer, identity: true, primaryKey: true
        column 'email', text
    }
}

downgrade {
    dropTable 'users'
    dropTable 'jobs'
    dropTable 'videos'
}
