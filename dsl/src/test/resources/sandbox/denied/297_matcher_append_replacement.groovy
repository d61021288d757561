import java.util.regex.Matcher
import java.util.regex.Pattern

revision 'd297'

upgrade {
    Matcher m = Pattern.compile('x').matcher('x' * 100_000)
    StringBuilder b = new StringBuilder()
    while (m.find()) { m.appendReplacement(b, 'y' * 100_000) }
    execute b.toString()
}
downgrade { }
