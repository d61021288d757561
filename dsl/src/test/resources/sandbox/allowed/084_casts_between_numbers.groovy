revision 'a084'

upgrade {
    Number n = 5
    int i = (int) n
    long l = i
    double d = l
    BigDecimal b = 3
    char c = 'x'
    assert i == 5 && d == 5.0d && b == 3 && c == ('x' as char)
    float f = 1.5
    assert f == 1.5f
    Integer boxed = 7
    assert boxed + l == 12
    execute 'SELECT 1'
}
downgrade { }
