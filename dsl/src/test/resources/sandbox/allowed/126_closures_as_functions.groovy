import java.util.function.BiFunction
import java.util.function.Function
import java.util.function.Predicate
import java.util.function.Supplier

revision 'a126'

upgrade {
    Closure<Integer> twice = { Integer x -> x * 2 }
    Closure<Integer> next = { Integer x -> x + 1 }
    assert (twice >> next)(3) == 7 && (twice << next)(3) == 8
    Function<String, Integer> length = String::length
    assert length.andThen { it * 10 }.apply('abc') == 30
    Supplier<List<String>> fresh = { [] as List<String> }
    assert fresh.get() == []
    BiFunction<Integer, Integer, Integer> add = (a, b) -> a + b
    assert add.apply(1, 2) == 3 && [1, 2].collect(twice) == [2, 4]
    Predicate<String> blank = String::isBlank
    assert ['a', ' '].findAll { blank.negate().test(it) } == ['a']
    assert apply(5) { Integer n -> n - 1 } == 4
    execute 'SELECT 1'
}
downgrade { }

static int apply(int n, Closure<Integer> f) { f(n) }
