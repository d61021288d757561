import java.util.stream.LongStream

revision 'd268'

upgrade {
    execute LongStream.range(0, 9000000000000000000L).filter { it < 0 }.count().toString()
}
downgrade { }
