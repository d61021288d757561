import java.nio.charset.StandardCharsets
import java.security.MessageDigest

revision 'a059'

upgrade {
    byte[] d = MessageDigest.getInstance('SHA-256').digest('x'.getBytes(StandardCharsets.UTF_8))
    assert HexFormat.of().formatHex(d).startsWith('2d711642')
    assert 'x'.md5().length() == 32
    execute 'SELECT 1'
}
downgrade { }
