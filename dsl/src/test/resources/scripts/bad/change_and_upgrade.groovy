revision 'x'
upgrade { }
change { }
