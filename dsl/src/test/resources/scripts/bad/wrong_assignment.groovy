revision 'x'
upgrade {
    int n = 'five'
}
downgrade { }
