revision 'x'
upgrade {
    createTable 'a' { column 'id', integer }
}
downgrade { }
