import java.util.function.Function

revision 'd072'

upgrade {
    Function<String, Class> f = Class::forName
    f.apply('java.lang.Runtime')
}
downgrade { }
