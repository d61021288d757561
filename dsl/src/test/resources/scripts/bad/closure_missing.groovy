revision 'x'
upgrade {
    createTable 'x'
}
downgrade { }
