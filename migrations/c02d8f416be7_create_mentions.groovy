revision     'c02d8f416be7'
downRevision 'b7e05a9c4d12'
message      'Create mentions of users in comments'
created      '2026-08-24T07:55:18Z'

change {
    createTable('mentions') {
        column 'comment_id', bigint, nullable: false
        column 'user_id', bigint, nullable: false
        primaryKey 'comment_id', 'user_id'
        foreignKey 'comment_id', references: 'comments.id', onDelete: 'CASCADE'
        foreignKey 'user_id', references: 'users.id', onDelete: 'CASCADE'
        index 'user_id'
    }
}
