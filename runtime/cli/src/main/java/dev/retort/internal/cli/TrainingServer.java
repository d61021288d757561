package dev.retort.internal.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Speaks as much of PostgreSQL's protocol as a driver needs to connect and to find nothing: a {@link TrainingRun} loads the
 * driver's classes, most of which only a connection loads, and needs no server for it.
 */
final class TrainingServer implements AutoCloseable {

    private static final int PROTOCOL_3 = 3 << 16;
    private static final int TYPE_TEXT = 25;
    private static final byte[] NOTHING = {};

    private static final Map<String, String> PARAMETERS = Map.of(
            "server_version", "18.0",
            "server_encoding", "UTF8",
            "client_encoding", "UTF8",
            "DateStyle", "ISO, MDY",
            "TimeZone", "UTC",
            "integer_datetimes", "on",
            "standard_conforming_strings", "on");

    /** The one row of each query: the schema for new tables, and none of Retort's in it. What is empty is null. */
    private static final Map<String, String> ANSWER =
            new TreeMap<>(Map.of("name", "", "place", "", "schema", "public"));

    private final ServerSocket socket;
    private boolean inTransaction;

    private TrainingServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** @throws IOException where a program may not listen, not even to itself */
    static TrainingServer start() throws IOException {
        TrainingServer server = new TrainingServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(server::serve, "retort-training");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String url() {
        return "postgresql://nobody:nothing@127.0.0.1:" + socket.getLocalPort() + "/none";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                inTransaction = false;
                talk(
                        new DataInputStream(new BufferedInputStream(client.getInputStream())),
                        new DataOutputStream(new BufferedOutputStream(client.getOutputStream())));
            } catch (IOException e) {
                // The client has gone, or the training is over.
            }
        }
    }

    private void talk(DataInputStream in, DataOutputStream out) throws IOException {
        while (startup(in) != PROTOCOL_3) {
            // Neither TLS nor GSSAPI.
            out.writeByte('N');
            out.flush();
        }
        send(out, 'R', 0);
        for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
            send(out, 'S', parameter.getKey(), parameter.getValue());
        }
        send(out, 'K', 1, 1);
        ready(out);
        String sql = "";
        while (true) {
            int message = in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
            switch (message) {
                case 'P' -> {
                    sql = new String(body, StandardCharsets.UTF_8);
                    send(out, '1', NOTHING);
                }
                case 'B' -> send(out, '2', NOTHING);
                case 'C' -> send(out, '3', NOTHING);
                case 'D' -> describe(out, sql);
                case 'E' -> complete(out, sql);
                case 'Q' -> {
                    complete(out, new String(body, StandardCharsets.UTF_8));
                    ready(out);
                }
                case 'S' -> ready(out);
                case 'X' -> {
                    return;
                }
                default -> out.flush();
            }
        }
    }

    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.readNBytes(length - 2 * Integer.BYTES);
        return code;
    }

    private static void describe(DataOutputStream out, String sql) throws IOException {
        if (!sql.contains("SELECT")) {
            send(out, 'n', NOTHING);
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream columns = new DataOutputStream(bytes);
        columns.writeShort(ANSWER.size());
        for (String name : ANSWER.keySet()) {
            columns.writeBytes(name + "\0");
            columns.writeInt(0);
            columns.writeShort(0);
            columns.writeInt(TYPE_TEXT);
            columns.writeShort(-1);
            columns.writeInt(-1);
            columns.writeShort(0);
        }
        send(out, 'T', bytes.toByteArray());
    }

    private static void row(DataOutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream values = new DataOutputStream(bytes);
        values.writeShort(ANSWER.size());
        for (String value : ANSWER.values()) {
            values.writeInt(value.isEmpty() ? -1 : value.length());
            values.writeBytes(value);
        }
        send(out, 'D', bytes.toByteArray());
    }

    private void complete(DataOutputStream out, String sql) throws IOException {
        inTransaction = sql.contains("BEGIN") || inTransaction && !sql.contains("COMMIT") && !sql.contains("ROLLBACK");
        if (sql.contains("SELECT")) {
            row(out);
        }
        send(out, 'C', "SELECT 1");
    }

    private void ready(DataOutputStream out) throws IOException {
        send(out, 'Z', new byte[] {(byte) (inTransaction ? 'T' : 'I')});
        out.flush();
    }

    private static void send(DataOutputStream out, char type, String... texts) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String text : texts) {
            body.write(text.getBytes(StandardCharsets.UTF_8));
            body.write(0);
        }
        send(out, type, body.toByteArray());
    }

    private static void send(DataOutputStream out, char type, int... numbers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream written = new DataOutputStream(body);
        for (int number : numbers) {
            written.writeInt(number);
        }
        send(out, type, body.toByteArray());
    }

    private static void send(DataOutputStream out, char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(Integer.BYTES + body.length);
        out.write(body);
    }
}
