import java.lang.reflect.Method

revision 'd064'

upgrade {
    execute Method.name
}
downgrade { }
