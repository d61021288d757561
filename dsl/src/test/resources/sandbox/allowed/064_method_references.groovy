import java.util.function.Function

revision 'a064'

upgrade {
    Function<String, Integer> f = String::length
    assert f.apply('abc') == 3
    assert ['b', 'a'].stream().sorted(String::compareTo).toList() == ['a', 'b']
    assert ['1', '2'].stream().map(Integer::valueOf).toList() == [1, 2]
    execute 'SELECT 1'
}
downgrade { }
