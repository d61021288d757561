import java.text.SimpleDateFormat

revision 'd360'

upgrade {
    execute new SimpleDateFormat('yyyy').format(new Date())
}
downgrade { }
