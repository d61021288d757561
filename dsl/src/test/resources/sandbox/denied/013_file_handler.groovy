import java.util.logging.FileHandler

revision 'd013'

upgrade {
    new FileHandler('target/pwned')
}
downgrade { }
