import java.util.function.Function

revision 'd345'

upgrade {
    Function<Integer, Integer> f = { it + 1 }
    35.times { f = f.andThen(f) }; execute f.apply(1).toString()
}
downgrade { }
