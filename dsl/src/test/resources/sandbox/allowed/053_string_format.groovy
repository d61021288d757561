revision 'a053'

upgrade {
    assert String.format('%05d|%s|%.2f', 42, 'x', 1.5d) == '00042|x|1.50'
    assert '%d items'.formatted(3) == '3 items'
    assert String.format(Locale.ROOT, '%,d', 1234567) == '1,234,567'
    execute 'SELECT 1'
}
downgrade { }
