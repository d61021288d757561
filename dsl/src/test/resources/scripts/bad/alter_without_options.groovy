revision 'x'
upgrade {
    alterColumn 'a', 'b'
}
downgrade { }
