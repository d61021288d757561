revision 'x'
upgrade {
    addColumn 'projects', 'priority', varchar(10), notNull: true
}
downgrade { }
