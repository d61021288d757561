import java.util.regex.Pattern

revision 'd259'

upgrade {
    execute Pattern.compile('(.*a){15}c').matcher('a' * 40 + 'b').find().toString()
}
downgrade { }
