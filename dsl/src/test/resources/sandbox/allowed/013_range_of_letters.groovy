revision 'a013'

upgrade {
    assert ('a'..'e').join('') == 'abcde'
    assert 'c' in 'a'..'e'
    execute 'SELECT 1'
}
downgrade { }
