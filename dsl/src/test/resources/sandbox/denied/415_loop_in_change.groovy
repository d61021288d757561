revision 'd415'

change {
    renameTable 'a', 'b'
    while (true) { }
}
