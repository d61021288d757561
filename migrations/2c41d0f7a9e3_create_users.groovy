revision '2c41d0f7a9e3'
message  'Create users'
created  '2026-08-03T08:12:44Z'

upgrade {
    createTable('users') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'email', varchar(320), nullable: false
        column 'display_name', varchar(200), nullable: false
        column 'active', bool, nullable: false, default: true
        column 'created_at', timestamp(timezone: true), nullable: false, default: sql('CURRENT_TIMESTAMP')
        unique 'email'
        check "email <> ''", name: 'ck_users_email_not_empty'
    }
}

downgrade {
    dropTable 'users'
}
