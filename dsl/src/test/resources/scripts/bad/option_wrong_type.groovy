revision 'x'
upgrade {
    addColumn 'projects', 'priority', varchar(10), nullable: 'yes'
}
downgrade { }
