import java.lang.invoke.MethodHandles

revision 'd063'

upgrade {
    execute MethodHandles.lookup().toString()
}
downgrade { }
