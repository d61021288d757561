revision 'x'
change {
    addColumn 't', 'c', integer, identity: true, default: 5
}
