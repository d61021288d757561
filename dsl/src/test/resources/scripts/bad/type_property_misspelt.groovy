revision 'x'
upgrade {
    addColumn 'projects', 'priority', integr
}
downgrade { }
