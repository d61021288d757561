revision 'a096'

upgrade {
    assert (6 & 3) == 2 && (6 | 1) == 7 && (6 ^ 3) == 5 && (~1) == -2
    assert (1 << 4) == 16 && (16 >> 2) == 4 && (-1 >>> 28) == 15
    execute 'SELECT 1'
}
downgrade { }
