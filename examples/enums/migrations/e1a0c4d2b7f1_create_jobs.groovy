revision     'e1a0c4d2b7f1'
message      'Create jobs and messages'

change {
    createEnum 'job_state', ['queued', 'running', 'done']
    createTable('jobs') {
        column 'id', integer, identity: true, primaryKey: true
        column 'state', enumeration('job_state', ['queued', 'running', 'done']), nullable: false, default: 'queued'
    }
    createTable('job_events') {
        column 'id', integer, identity: true, primaryKey: true
        column 'job_id', integer, nullable: false, references: 'jobs.id'
        column 'state', enumeration('job_state', ['queued', 'running', 'done']), nullable: false
    }
    createTable('messages') {
        column 'id', integer, identity: true, primaryKey: true
        column 'role', enumeration('message_role', ['user', 'assistant'], create: true), nullable: false
    }
}
