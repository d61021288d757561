import com.fasterxml.jackson.core.JsonFactory

revision 'd353'

upgrade {
    execute new JsonFactory().toString()
}
downgrade { }
