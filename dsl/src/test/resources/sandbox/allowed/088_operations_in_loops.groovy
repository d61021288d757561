revision 'a088'

upgrade {
    ['a', 'b'].each { t -> createTable(t) { column 'id', bigint, nullable: false
        primaryKey 'id' } }
    (1..3).each { n -> addColumn 'a', "c$n", varchar(10 * n) }
    execute 'SELECT 1'
}
downgrade { }
