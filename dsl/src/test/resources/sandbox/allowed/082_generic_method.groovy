revision 'a082'

upgrade {
    assert firstOf(['x', 'y']) == 'x'
    execute 'SELECT 1'
}
downgrade { }

static <E> E firstOf(List<E> xs) { xs.get(0) }
