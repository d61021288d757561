revision 'x'
downgrade { }
