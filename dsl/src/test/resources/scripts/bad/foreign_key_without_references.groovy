revision 'x'
upgrade {
    createTable('t') {
        column 'id', integer
        foreignKey 'id', onDelete: 'CASCADE'
    }
}
downgrade { }
