revision 'x'
upgrade {
    createTable('a') {
        column 'id', integer
        foreignKey 'id', refrences: 'users.id'
    }
}
downgrade { }
