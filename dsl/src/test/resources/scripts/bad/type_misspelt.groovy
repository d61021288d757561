revision 'x'
upgrade {
    addColumn 'projects', 'priority', varchr(10)
}
downgrade { }
