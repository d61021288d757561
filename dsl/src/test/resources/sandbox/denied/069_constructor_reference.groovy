import java.util.function.Function

revision 'd069'

upgrade {
    Function<String, File> f = File::new
    execute f.apply('x').name
}
downgrade { }
