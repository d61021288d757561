revision 'x'
upgrade { }
upgrade { }
downgrade { }
