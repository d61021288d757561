revision 'x'
change {
    addColumn 'a', 'b', text
    throw new IllegalStateException('not today')
}
