revision 'x'
message 'y'
upgrade { dropTable 'x' }
