import java.nio.file.Paths

revision 'd011'

upgrade {
    execute Paths.get('target/pwned').toFile().name
}
downgrade { }
