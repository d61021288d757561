revision 'x'
upgrade {
    dropTable 'x'
downgrade { }
