revision 'x'
upgrade {
    query('x').each { row -> execute 'y', n: row.n + 1 }
}
downgrade { }
