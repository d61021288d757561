revision 'x'
upgrade {
    alterColumn 'a', 'b', newName: 'c'
}
downgrade { }
