revision 'a137'

upgrade {
    int calls = 0
    def slow = { int n -> calls++; n * 2 }.memoize()
    assert slow(2) == 4 && slow(2) == 4 && slow(3) == 6
    assert calls == 2
    assert ['a', 'b'].stream().map(this::twice).toList() == ['aa', 'bb']
    assert ['a', 'b'].collect { twice(it) } == ['aa', 'bb']
    execute 'SELECT 1'
}
downgrade { }

String twice(String text) {
    text + text
}
