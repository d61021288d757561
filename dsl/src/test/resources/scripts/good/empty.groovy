revision 'd7'
upgrade { }
downgrade { }
