package dev.retort.internal.dialect.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Socket} over a socket of the system. Java has channels for those, and no such sockets; a channel that blocks
 * knows no timeout, so this one does not block, and waits by itself.
 */
final class UnixSocket extends Socket {

    private static final int BUFFER = 64 * 1024;

    /** No server listens at the socket. */
    static final class Refused extends ConnectException {
        private static final long serialVersionUID = 1;

        Refused(Path socket, IOException cause) {
            super("No server listens at the socket " + socket + ".");
            initCause(cause);
        }
    }

    private final Path folder;
    private @Nullable SocketChannel channel;
    private volatile int timeout;
    private final List<Readiness> waiting = new CopyOnWriteArrayList<>();

    UnixSocket(Path folder) {
        this.folder = folder;
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    /** A socket of the system connects at once or not at all, whatever the patience. */
    @Override
    public void connect(SocketAddress address, int patience) throws IOException {
        if (!(address instanceof InetSocketAddress named)) {
            throw new SocketException("an address without a port: " + address);
        }
        Path socket = UnixSocketFactory.socket(folder, String.valueOf(named.getPort()));
        SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            opened.connect(UnixDomainSocketAddress.of(socket));
            opened.configureBlocking(false);
        } catch (IOException e) {
            opened.close();
            throw new Refused(socket, e);
        }
        channel = opened;
    }

    private SocketChannel channel() throws SocketException {
        SocketChannel open = channel;
        if (open == null) {
            throw new SocketException("the socket is not connected");
        }
        return open;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Incoming(channel());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Outgoing(channel());
    }

    @Override
    public boolean isConnected() {
        return channel != null;
    }

    @Override
    public boolean isClosed() {
        SocketChannel open = channel;
        return open != null && !open.isOpen();
    }

    @Override
    public void close() throws IOException {
        SocketChannel open = channel;
        if (open != null) {
            open.close();
        }
        for (Readiness one : waiting) {
            one.close();
        }
    }

    @Override
    public void setSoTimeout(int millis) {
        timeout = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    /** What TCP alone has is no loss. */
    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public int getSendBufferSize() {
        return BUFFER;
    }

    @Override
    public int getReceiveBufferSize() {
        return BUFFER;
    }

    /** Waits until the channel is ready for one direction. */
    private static final class Readiness {
        private final SocketChannel channel;
        private final Selector selector;

        Readiness(SocketChannel channel, int direction) throws IOException {
            this.channel = channel;
            this.selector = Selector.open();
            SelectionKey unused = channel.register(selector, direction);
        }

        void close() throws IOException {
            selector.close();
        }

        void await(int millis) throws IOException {
            try {
                selector.selectedKeys().clear();
                if (selector.select(millis) == 0 && channel.isOpen() && millis > 0) {
                    throw new SocketTimeoutException("Read timed out");
                }
            } catch (ClosedSelectorException e) {
                throw closed(e);
            }
            if (!channel.isOpen()) {
                throw new SocketException("Socket closed");
            }
        }
    }

    private final class Incoming extends InputStream {
        private final SocketChannel from;
        private final Readiness readiness;

        Incoming(SocketChannel from) throws IOException {
            this.from = from;
            this.readiness = new Readiness(from, SelectionKey.OP_READ);
            waiting.add(readiness);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            try {
                int count = from.read(buffer);
                while (count == 0 && length > 0) {
                    readiness.await(timeout);
                    count = from.read(buffer);
                }
                return count;
            } catch (ClosedChannelException e) {
                throw closed(e);
            }
        }

        @Override
        public void close() throws IOException {
            UnixSocket.this.close();
        }
    }

    private final class Outgoing extends OutputStream {
        private final SocketChannel to;
        private final Readiness readiness;

        Outgoing(SocketChannel to) throws IOException {
            this.to = to;
            this.readiness = new Readiness(to, SelectionKey.OP_WRITE);
            waiting.add(readiness);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (buffer.hasRemaining()) {
                    if (to.write(buffer) == 0) {
                        readiness.await(0);
                    }
                }
            } catch (ClosedChannelException e) {
                throw closed(e);
            }
        }

        @Override
        public void close() throws IOException {
            UnixSocket.this.close();
        }
    }

    private static SocketException closed(Exception cause) {
        SocketException closed = new SocketException("Socket closed");
        closed.initCause(cause);
        return closed;
    }
}
