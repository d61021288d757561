import java.util.function.Function

revision 'd071'

upgrade {
    Function<String, String> f = System::getProperty
    execute f.apply('user.home')
}
downgrade { }
