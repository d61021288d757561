revision 'a046'

upgrade {
    StringBuilder sb = new StringBuilder()
    sb.with { append('a'); append('b') }
    assert sb.toString() == 'ab'
    List<Integer> xs = [].tap { add(1); add(2) } as List<Integer>
    assert xs == [1, 2]
    execute 'SELECT 1'
}
downgrade { }
