revision     'c3e6a9b2d143'
downRevision 'b2d5f8a1c032'
message      'create users table'
created      '2026-11-30T20:29:49Z'

change {
    createTable('users') {
        column 'id', integer, primaryKey: true
        column 'email', varchar(255), nullable: false
        column 'name', varchar(80), nullable: false
        unique 'email'
    }
}
