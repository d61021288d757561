revision 'x'
upgrade {
    dropColumn 'projects', 'priority', 'x', 'y'
}
downgrade { }
