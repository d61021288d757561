revision 'x'
upgrade {
    addColumn 'projects', 'priority', String
}
downgrade { }
