revision 'x'
upgrade {
    addColumn 't', 'c', integer, references: 'a.b.c.d'
}
downgrade { }
