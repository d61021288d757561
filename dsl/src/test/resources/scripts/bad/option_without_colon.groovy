revision 'x'
upgrade {
    createIndex 'ix', 'a', ['x'], unique
}
downgrade { }
