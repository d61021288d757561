import java.util.function.Function
import java.util.function.UnaryOperator

revision 'd371'

upgrade {
    UnaryOperator<Integer> u = UnaryOperator.identity()
    Function<Integer, Integer> f = u
    28.times { f = f.compose(f) }; execute f.apply(1).toString()
}
downgrade { }
