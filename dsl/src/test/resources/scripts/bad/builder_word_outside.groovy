revision 'x'
upgrade {
    column 'id', integer
}
downgrade { }
