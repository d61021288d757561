revision 'a113'

upgrade {
    assert [1, 15, 'abc', 'xyz9', 2.5, [1], null].collect { kind(it) } ==
            ['small', 'middle', 'word', 'coded', 'number', 'list', 'nothing']
    String size = switch (7) {
        case 0..5 -> 'S'
        case 6..10 -> 'M'
        default -> 'L'
    }
    assert size == 'M'
    int days = switch ('feb') {
        case 'jan', 'mar' -> 31
        case 'feb' -> {
            int base = 20
            yield base + 8
        }
        default -> 30
    }
    assert days == 28
    execute 'SELECT 1'
}
downgrade { }

static String kind(Object o) {
    switch (o) {
        case null: return 'nothing'
        case 0..9: return 'small'
        case { it instanceof Integer && it < 100 }: return 'middle'
        case ~/[a-z]+/: return 'word'
        case String: return 'coded'
        case Number: return 'number'
        case List: return 'list'
        default: return '?'
    }
}
