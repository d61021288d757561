revision 'x'
int zero = 0
int n = 1.intdiv(zero)
upgrade { }
downgrade { }
