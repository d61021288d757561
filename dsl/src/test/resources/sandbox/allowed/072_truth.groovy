revision 'a072'

upgrade {
    assert 'x' && !'' && [1] && ![] && [a: 1] && ![:] && 1 && !0
    assert !null
    assert new Yes()
    assert !(new Yes(on: false))
    assert Optional.of(1)
    execute 'SELECT 1'
}
downgrade { }

class Yes { boolean on = true
    boolean asBoolean() { on } }
