revision 'x'
upgrade {
    addColumn 'projects', 'priority', 'text'
}
downgrade { }
