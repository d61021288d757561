package dev.retort.benchmark.peers;

import dev.retort.benchmark.Timed;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.postgres.PostgresDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long reading a schema takes beside {@code pg_dump -s}, which must be installed. The first time is that of a JVM which
 * has read nothing yet; the other is the middle one of those that follow.
 */
public final class SchemaReading {

    private static final List<Integer> TABLES = List.of(1_000, 10_000);
    private static final String DATABASE = "retort_benchmark_reading";

    /** Six columns and two indexes each; a transaction with 10,000 of them would need more locks than a server has. */
    static final String CREATE = """
            DO $$
            BEGIN
              FOR i IN 1 .. %d LOOP
                EXECUTE format('CREATE TABLE table_%%s (id bigint PRIMARY KEY, name varchar(40) NOT NULL, created timestamptz'
                  ' NOT NULL DEFAULT now(), price numeric(12, 2), note text, parent integer)', i);
                EXECUTE format('CREATE INDEX ix_%%s_name ON table_%%s (name)', i, i);
                EXECUTE format('CREATE UNIQUE INDEX ix_%%s_parent ON table_%%s (parent, created) WHERE parent > 0', i, i);
                IF i %% 200 = 0 THEN
                  COMMIT;
                END IF;
              END LOOP;
            END
            $$""";

    private final PostgresServer server;
    private final int times;

    private SchemaReading(PostgresServer server, int times) {
        this.server = server;
        this.times = times;
    }

    /** The URL of a PostgreSQL server as {@code postgresql://user@host:port}, and how often. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("the URL of a PostgreSQL server is needed");
        }
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        new SchemaReading(PostgresServer.of(arguments[0]), times).run();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        System.out.println("tables  first read  read  pg_dump -s  ratio  read per table");
        for (int tables : TABLES) {
            server.execute("DROP DATABASE IF EXISTS " + DATABASE, "CREATE DATABASE " + DATABASE);
            try {
                compare(tables);
            } finally {
                server.execute("DROP DATABASE " + DATABASE);
            }
        }
    }

    private void compare(int tables) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("retort-reading");
        List<Double> reads = new ArrayList<>();
        List<Double> dumps = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(DATABASE))) {
            connection.createStatement().execute(CREATE.formatted(tables));
            connection.createStatement().execute("VACUUM ANALYZE");
            // By turns, so that what else the machine does slows down both.
            for (int i = 0; i <= times; i++) {
                reads.add(read(connection, tables));
                dumps.add(Timed.of(folder, List.of("pg_dump", "-s", "-f", "dump.sql", "--dbname", server.url(DATABASE)))
                        .wall());
            }
        } finally {
            Folders.remove(folder);
        }
        double first = reads.remove(0);
        dumps.remove(0);
        double read = middle(reads);
        double dump = middle(dumps);
        System.out.println(String.format(
                Locale.ROOT,
                "%6d  %8.2f s  %.2f s  %8.2f s  %.2f  %.3f ms",
                tables,
                first,
                read,
                dump,
                read / dump,
                read * 1_000 / tables));
    }

    private static double read(Connection connection, int tables) throws SQLException {
        Dialect dialect = new PostgresDialect();
        long begin = System.nanoTime();
        long found = dialect.reading()
                .read(connection, ReadScope.FIRST_SCHEMA)
                .tables()
                .count();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (found != tables) {
            throw new IllegalStateException(found + " tables were read, not " + tables);
        }
        return seconds;
    }

    private static double middle(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }
}
