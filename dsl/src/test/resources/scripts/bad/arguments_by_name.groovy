revision 'x'
upgrade {
    addColumn table: 'a', column: 'b', type: text
}
downgrade { }
