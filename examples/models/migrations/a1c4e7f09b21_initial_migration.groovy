revision     'a1c4e7f09b21'
message      'initial migration'
created      '2026-11-30T20:29:33Z'

change {
    createTable('tasks') {
        column 'id', integer, primaryKey: true
        column 'title', varchar(200), nullable: false
        column 'description', text
        column 'status', varchar(20), nullable: false, default: 'pending'
    }
}
