revision 'a106'

upgrade {
    assert Json.text([id: 1, tags: ['a', "b${1}"], at: LocalDate.of(2026, 11, 21), x: null, ok: true, d: 1.50]) ==
            '{"id":1,"tags":["a","b1"],"at":"2026-11-21","x":null,"ok":true,"d":1.50}'
    assert Json.text('a "quoted" line\n') == '"a \\"quoted\\" line\\n"'
    assert Json.text([Color.RED]) == '["RED"]'
    Object again = Json.parse(Json.text([a: [b: [1, 2, [c: null]]]]))
    assert again == [a: [b: [1, 2, [c: null]]]]
    assert Json.text(query('SELECT id FROM t').first()).startsWith('{"')
    execute 'SELECT 1'
}
downgrade { }

enum Color { RED }
