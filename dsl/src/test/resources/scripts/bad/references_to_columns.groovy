revision 'x'
upgrade {
    createTable('t') {
        column 'id', integer
        column 'user_id', integer
        unique 'id', 'usr_id'
        index 'user', name: 'ix'
        foreignKey 'userid', references: 'users.id'
    }
}
downgrade { }
