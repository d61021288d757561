revision 'x'
upgrade {
    addColumn 'projects', 'priority', varchar('10')
}
downgrade { }
