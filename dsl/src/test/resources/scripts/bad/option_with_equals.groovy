revision 'x'
upgrade {
    addColumn 'a', 'b', text, nullable = true
}
downgrade { }
