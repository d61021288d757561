import java.util.regex.Pattern

revision 'd296'

upgrade {
    execute Pattern.compile('x').matcher('x' * 100_000).replaceAll('y' * 100_000)
}
downgrade { }
