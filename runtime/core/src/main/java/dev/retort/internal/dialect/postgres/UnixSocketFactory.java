package dev.retort.internal.dialect.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/** Gives the driver sockets of the system instead of TCP's; the driver makes it by its name, and says the port when it connects. */
public final class UnixSocketFactory extends SocketFactory {

    private final Path folder;

    /** @param folder that the server's socket is in */
    public UnixSocketFactory(String folder) {
        this.folder = Path.of(folder);
    }

    /** PostgreSQL's own name for the socket of a port. */
    static Path socket(Path folder, String port) {
        return folder.resolve(".s.PGSQL." + port);
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(folder);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw notByAddress();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw notByAddress();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw notByAddress();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw notByAddress();
    }

    private static IOException notByAddress() {
        return new IOException("A socket of the system has no address on the network.");
    }
}
