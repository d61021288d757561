revision 'x'
revision 'y'
upgrade { }
downgrade { }
