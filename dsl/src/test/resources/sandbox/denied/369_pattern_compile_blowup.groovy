import java.util.regex.Pattern

revision 'd369'

upgrade {
    execute Pattern.compile('((a{1,2000000000}){1,2000000000})*').matcher('a' * 60 + 'b').matches().toString()
}
downgrade { }
