import java.util.stream.IntStream

revision 'd300'

upgrade {
    execute IntStream.range(0, Integer.MAX_VALUE).boxed().sorted().count().toString()
}
downgrade { }
