revision 'x'
upgrade {
    dropConstraint 'c', 't', type: 'foreign'
}
downgrade { }
