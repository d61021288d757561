revision 'x'
upgrade 'why'
downgrade { }
