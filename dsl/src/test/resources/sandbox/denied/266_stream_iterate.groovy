import java.util.function.UnaryOperator
import java.util.stream.Stream

revision 'd266'

upgrade {
    execute Stream.iterate(1, UnaryOperator.identity()).count().toString()
}
downgrade { }
