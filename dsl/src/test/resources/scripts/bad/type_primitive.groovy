revision 'x'
upgrade {
    addColumn 'projects', 'priority', int
}
downgrade { }
