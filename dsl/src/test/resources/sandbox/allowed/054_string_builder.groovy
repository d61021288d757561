revision 'a054'

upgrade {
    StringBuilder sb = new StringBuilder()
    sb << 'a' << 1
    sb.append('b').insert(0, 'x')
    assert sb.toString() == 'xa1b'
    execute 'SELECT 1'
}
downgrade { }
