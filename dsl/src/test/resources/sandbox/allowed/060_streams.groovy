import java.util.stream.Collectors
import java.util.stream.IntStream
import java.util.stream.Stream

revision 'a060'

upgrade {
    assert [1, 2, 3].stream().map { it + 1 }.filter { it > 2 }.toList() == [3, 4]
    assert IntStream.rangeClosed(1, 4).sum() == 10
    assert ['a', 'b'].stream().collect(Collectors.joining('-')) == 'a-b'
    assert Stream.of(1, 2).mapToInt { it }.sum() == 3
    execute 'SELECT 1'
}
downgrade { }
