revision 'd3'
upgrade { addColumn 'a', 'b', text }
downgrade { dropColumn 'a', 'b' }
