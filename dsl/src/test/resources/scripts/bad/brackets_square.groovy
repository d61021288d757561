revision 'x'
upgrade {
    addColumn 'a', 'b', varchar[10]
}
downgrade { }
