revision 'x'
upgrade {
    final x = 1
    x = 2
}
downgrade { }
