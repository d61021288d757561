revision 'a063'

upgrade {
    Rule r = { int x -> x > 2 } as Rule
    assert r.fits(3) && !r.fits(1)
    assert r.twice(3)
    execute 'SELECT 1'
}
downgrade { }

interface Rule { boolean fits(int x)
    default boolean twice(int x) { fits(x) && fits(x * 2) } }
