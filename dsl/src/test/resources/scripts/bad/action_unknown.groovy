revision 'x'
upgrade {
    addColumn 't', 'c', integer, references: 'users.id', onDelete: 'CASCADEE'
}
downgrade { }
