revision 'x'
change {
    createIndex 'ix', 'a', []
}
