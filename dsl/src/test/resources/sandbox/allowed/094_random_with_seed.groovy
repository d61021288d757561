revision 'a094'

upgrade {
    Random r = new Random(42)
    int n = r.nextInt(10)
    assert n >= 0 && n < 10
    execute 'SELECT 1'
}
downgrade { }
