import java.util.stream.Collectors

revision 'd325'

upgrade {
    execute([1].stream().collect(Collectors.toConcurrentMap({ it }, { it })).toString())
}
downgrade { }
