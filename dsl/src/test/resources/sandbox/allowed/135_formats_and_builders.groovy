revision 'a135'

upgrade {
    assert sprintf('%05d', 42) == '00042'
    assert sprintf('%s-%s', 'a', 1) == 'a-1'
    assert sprintf('%s-%s', ['a', 1]) == 'a-1'
    def text = new StringBuilder('a, b, ')
    text.setLength(text.length() - 2)
    assert text.toString() == 'a, b'
    text.length = 1
    assert text.toString() == 'a'
    assert 'ab12'.find(/[0-9]+/) == '12'
    assert 'ab12'.find('[a-z]+') { String word -> word.toUpperCase() } == 'AB'
    execute 'SELECT 1'
}
downgrade { }
