package dev.retort.internal.testing

import groovy.transform.CompileStatic
import java.util.concurrent.CopyOnWriteArrayList

/** Stands between a client and a server, and can swallow what they say without closing anything, as a dead network does. */
@CompileStatic
final class TcpRelay implements Closeable {

    private final ServerSocket door
    private final List<Socket> sockets = new CopyOnWriteArrayList<>()
    private final String host
    private final int target
    private volatile boolean silent
    private volatile boolean answersLost
    private volatile byte[] until

    /** @param port to listen at; 0 for any */
    TcpRelay(String host, int target, int port = 0) {
        door = new ServerSocket(port, 50, InetAddress.loopbackAddress)
        this.host = host
        this.target = target
        thread { accept() }
    }

    int getPort() {
        door.localPort
    }

    /** Swallows everything from now on. */
    void fallSilent() {
        silent = true
    }

    /** Lets the text through that a client says next, and swallows everything behind it. */
    void fallSilentAfter(String text) {
        until = text.bytes
    }

    void speak() {
        silent = false
        answersLost = false
    }

    private void accept() {
        while (!door.closed) {
            Socket client = door.accept()
            Socket server = new Socket(host, target)
            sockets.addAll([client, server])
            thread { forward(client, server, true) }
            thread { forward(server, client, false) }
        }
    }

    private void forward(Socket from, Socket to, boolean asks) {
        byte[] bytes = new byte[65536]
        int count
        while ((count = from.inputStream.read(bytes)) >= 0) {
            if (silent || answersLost && !asks) {
                continue
            }
            boolean last = asks && until != null && new String(bytes, 0, count, 'ISO-8859-1').contains(new String(until, 'ISO-8859-1'))
            if (last) {
                answersLost = true
            }
            to.outputStream.write(bytes, 0, count)
            to.outputStream.flush()
            if (last) {
                until = null
            }
        }
        to.close()
    }

    private static void thread(Closure<?> work) {
        Thread thread = new Thread({
            try {
                work.call()
            } catch (IOException ignored) {
                // One of them has hung up.
            }
        })
        thread.daemon = true
        thread.start()
    }

    @Override
    void close() {
        door.close()
        sockets*.close()
    }
}
