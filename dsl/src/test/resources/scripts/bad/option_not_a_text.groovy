revision 'x'
upgrade {
    addColumn 'projects', 'priority', varchar(10), comment: 5
}
downgrade { }
