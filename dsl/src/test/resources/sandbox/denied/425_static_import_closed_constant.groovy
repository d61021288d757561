revision 'd425'
import static java.net.HttpURLConnection.HTTP_OK
upgrade {
    execute "$HTTP_OK"
}
downgrade { }
