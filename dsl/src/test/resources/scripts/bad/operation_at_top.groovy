revision 'x'
dropTable 'y'
upgrade { }
downgrade { }
