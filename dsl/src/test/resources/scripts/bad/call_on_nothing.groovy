revision 'x'
upgrade {
    dropTable('x').foo()
}
downgrade { }
