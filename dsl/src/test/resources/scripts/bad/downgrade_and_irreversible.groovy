revision 'x'
upgrade { }
downgrade { }
irreversible 'why'
