revision 'x'
upgrade {
    create_table('x') { }
}
downgrade { }
