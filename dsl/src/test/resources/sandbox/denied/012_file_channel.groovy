import java.nio.channels.FileChannel
import java.nio.file.Path

revision 'd012'

upgrade {
    FileChannel.open(Path.of('target/pwned'))
}
downgrade { }
