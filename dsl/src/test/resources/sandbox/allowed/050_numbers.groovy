revision 'a050'

upgrade {
    assert 7.intdiv(2) == 3
    assert 7 % 3 == 1
    assert 2 ** 10 == 1024
    assert 1.5 + 1.5 == 3
    assert 10 / 4 == 2.5
    assert (1 <=> 2) == -1
    assert Math.max(1, 2) == 2
    assert 5.abs() == 5
    assert (7 as BigDecimal).setScale(2) == 7.00
    long big = 1L << 40
    assert big > 0
    execute 'SELECT 1'
}
downgrade { }
