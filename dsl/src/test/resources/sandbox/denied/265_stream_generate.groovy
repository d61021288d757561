import java.util.stream.Stream

revision 'd265'

upgrade {
    execute Stream.generate { 1 }.count().toString()
}
downgrade { }
