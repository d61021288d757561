revision 'x'
upgrade {
    addColumn 'projects', 'priority', string
}
downgrade { }
