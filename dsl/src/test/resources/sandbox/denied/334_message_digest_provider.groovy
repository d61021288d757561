import java.security.MessageDigest

revision 'd334'

upgrade {
    execute MessageDigest.getInstance('MD5').provider.toString()
}
downgrade { }
