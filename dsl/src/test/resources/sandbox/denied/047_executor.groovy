import java.util.concurrent.Executors

revision 'd047'

upgrade {
    Executors.newCachedThreadPool()
}
downgrade { }
