import java.util.function.Predicate

revision 'd264'

upgrade {
    Predicate<String> p = { String s -> s.matches('(.*a){15}c') }
    execute p.test('a' * 40 + 'b').toString()
}
downgrade { }
