revision 'x'
upgrade {
    dropTable 'a'
    [1].each { n ->
        dropTable )
    }
}
downgrade { }
