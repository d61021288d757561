import java.util.stream.IntStream

revision 'd301'

upgrade {
    execute IntStream.range(0, Integer.MAX_VALUE).asLongStream().flatMap { IntStream.range(0, Integer.MAX_VALUE).asLongStream() }.sum().toString()
}
downgrade { }
