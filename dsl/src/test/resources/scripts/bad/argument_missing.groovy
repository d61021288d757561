revision 'x'
upgrade {
    addColumn 'projects', 'priority'
}
downgrade { }
