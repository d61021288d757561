revision 'x'
upgrade {
    addColumn 'projects', 'priority', char(2)
}
downgrade { }
