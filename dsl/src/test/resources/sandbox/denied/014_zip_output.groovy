import java.util.zip.ZipOutputStream

revision 'd014'

upgrade {
    new ZipOutputStream(new FileOutputStream('target/pwned'))
}
downgrade { }
