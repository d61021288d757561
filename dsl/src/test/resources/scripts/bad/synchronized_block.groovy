revision 'x'
upgrade {
    synchronized ('x') { }
}
downgrade { }
