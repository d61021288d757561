revision 'x'
upgrade {
    dropTable
}
downgrade { }
