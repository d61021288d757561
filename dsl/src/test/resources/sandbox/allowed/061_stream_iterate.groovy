import java.util.stream.Stream

revision 'a061'

upgrade {
    assert Stream.iterate(1) { Integer x -> x * 2 }.limit(5).toList() == [1, 2, 4, 8, 16]
    execute 'SELECT 1'
}
downgrade { }
