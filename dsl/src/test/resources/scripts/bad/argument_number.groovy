revision 'x'
upgrade {
    dropTable 5
}
downgrade { }
