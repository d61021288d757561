import java.nio.file.Files
import java.nio.file.Path

revision 'd010'

upgrade {
    Files.writeString(Path.of('target/pwned'), 'x')
}
downgrade { }
