revision 'a020'

upgrade {
    List<String> said = []
    for (Object x in [2, 50, 'abc', [1, 2], 3.5, true, null, 'zz']) {
        switch (x) {
            case 1..3: said << 'small'; break
            case Integer: said << 'int'; break
            case ~/a.*/: said << 'regex'; break
            case List: said << 'list'; break
            case 3.5: said << 'number'; break
            case true: said << 'truth'; break
            case null: said << 'null'; break
            case { it == 'zz' }: said << 'closure'; break
            default: said << 'other'
        }
    }
    assert said == ['small', 'int', 'regex', 'list', 'number', 'truth', 'null', 'closure']
    execute 'SELECT 1'
}
downgrade { }
