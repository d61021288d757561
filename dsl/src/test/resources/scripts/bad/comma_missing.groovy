revision 'x'
upgrade {
    addColumn 'a' 'b', text
}
downgrade { }
