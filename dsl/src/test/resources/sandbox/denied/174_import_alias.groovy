import java.io.File as X

revision 'd174'

upgrade {
    new X('target/pwned').text = 'x'
}
downgrade { }
