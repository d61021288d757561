revision 'a018'

upgrade {
    assert 'a1b2'.replaceAll(/\d/, '#') == 'a#b#'
    assert 'a1b2'.replaceFirst(/\d/, '') == 'ab2'
    assert 'a, b,c'.split(/,\s*/) as List == ['a', 'b', 'c']
    assert 'a1'.replaceAll(/\d/) { String d -> '<' + d + '>' } == 'a<1>'
    assert 'a1b22'.findAll(/\d+/) == ['1', '22']
    execute 'SELECT 1'
}
downgrade { }
