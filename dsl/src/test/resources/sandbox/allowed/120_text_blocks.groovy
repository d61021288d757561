revision 'a120'

upgrade {
    String sql = '''
            SELECT id
              FROM t
            '''.stripIndent().strip()
    assert sql == 'SELECT id\n  FROM t'
    assert '''\
        |one
        |  two'''.stripMargin() == 'one\n  two'
    assert "a ${1 + 1}\nb".readLines() == ['a 2', 'b']
    assert ' x '.strip() == 'x' && '  x'.stripLeading() == 'x' && 'x  '.stripTrailing() == 'x'
    assert 'a\nb\n'.lines().toList() == ['a', 'b'] && 'a\nb'.indent(2) == '  a\n  b\n'
    assert $/C:\new $$x/$ == 'C:\\new $x' && 'ab'.repeat(2) == 'abab' && ''.isBlank()
    execute 'SELECT 1'
}
downgrade { }
