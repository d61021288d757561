revision 'x'
upgrade {
    for (row in query('x')) { int n = row.integer('n') }
}
downgrade { }
