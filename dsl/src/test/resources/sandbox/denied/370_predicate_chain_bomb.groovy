import java.util.function.Predicate

revision 'd370'

upgrade {
    Predicate<String> p = String::isEmpty
    28.times { p = p.or(p) }
    execute p.test('x').toString()
}
downgrade { }
