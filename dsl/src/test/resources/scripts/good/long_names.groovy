revision 'd1'

upgrade {
    createTable('a_table_with_a_name_that_is_rather_long_already') {
        column 'a_column_with_a_long_name', integer, index: true
        column 'another_column_with_a_long_name', integer
        unique 'a_column_with_a_long_name', 'another_column_with_a_long_name'
        unique 'another_column_with_a_long_name', 'a_column_with_a_long_name'
    }
    createIndex null, 'tabelle_mit_umlauten', ['größe_über_alles_größe_über_alles_größe_über_alles']
    createIndex null, 't', [sql('lower(email)'), 'b']
}

downgrade { }
