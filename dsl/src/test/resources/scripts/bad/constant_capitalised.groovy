revision 'x'
upgrade {
    addColumn 'a', 'b', text, nullable: True
}
downgrade { }
