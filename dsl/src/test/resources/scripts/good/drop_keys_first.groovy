revision 'd5'

upgrade {
    createTable('users') {
        column 'id', integer, primaryKey: true
        column 'full_name', text, nullable: false
    }
    createTable('posts') {
        column 'id', integer, primaryKey: true
        column 'author_id', integer
        foreignKey 'author_id', references: 'users.id', name: 'fk_author'
    }
}

downgrade {
    batchAlterTable('posts') { dropConstraint 'fk_author', type: 'foreignkey' }
    dropTable 'posts'
    dropTable 'users'
}
