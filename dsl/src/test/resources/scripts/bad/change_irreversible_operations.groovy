revision 'x'

change {
    addColumn 'a', 'b', text
    dropColumn 'a', 'c'
    execute 'UPDATE a SET b = c'
    dropTable 't'
    ['x', 'y'].each {
        dropIndex it
    }
    query('SELECT 1')
    autocommit { renameTable 'p', 'q' }
    alterColumn 'a', 'd', type: text
    table('a').update(b: 1)
    bulkInsert 'a', [[b: 1]]
}
