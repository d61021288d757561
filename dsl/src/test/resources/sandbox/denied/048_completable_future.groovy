import java.util.concurrent.CompletableFuture

revision 'd048'

upgrade {
    CompletableFuture.runAsync { execute 'x' }
}
downgrade { }
