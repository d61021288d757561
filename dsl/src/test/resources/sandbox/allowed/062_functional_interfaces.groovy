import java.util.function.Function
import java.util.function.Predicate
import java.util.function.Supplier

revision 'a062'

upgrade {
    Function<Integer, Integer> f = { Integer x -> x + 1 }
    assert f.apply(2) == 3
    Supplier<String> s = () -> 'x'
    assert s.get() == 'x'
    Predicate<String> p = { String t -> t.empty }
    assert p.test('') && p.negate().test('a')
    Comparator<String> c = Comparator.comparing { String t -> t.length() }
    assert ['bb', 'a'].toSorted(c) == ['a', 'bb']
    execute 'SELECT 1'
}
downgrade { }
