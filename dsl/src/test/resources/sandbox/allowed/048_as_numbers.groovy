revision 'a048'

upgrade {
    assert ('5' as int) == 5
    assert ('5' as Integer) + 1 == 6
    assert ('1.5' as BigDecimal) == 1.5
    assert (3.7 as int) == 3
    assert ('7' as long) == 7L
    assert '12'.toInteger() == 12
    assert '1.25'.toBigDecimal() == 1.25
    assert (int) 3.9d == 3
    execute 'SELECT 1'
}
downgrade { }
