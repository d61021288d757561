revision 5
upgrade { }
downgrade { }
