package dev.retort.benchmark.peers;

import java.sql.SQLException;

/** A database of PostgreSQL; what it held is kept as a template. */
final class PostgresDatabase extends Database {

    private final PostgresServer server;
    private final String name;
    private final String kept;

    /** @param name letters and underscores */
    PostgresDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = "retort_benchmark_" + name;
        this.kept = this.name + "_kept";
    }

    @Override
    void create() throws SQLException {
        server.execute(dropped(name), "CREATE DATABASE " + name);
    }

    @Override
    void keep() throws SQLException {
        server.execute(dropped(kept), "CREATE DATABASE " + kept + " TEMPLATE " + name);
    }

    @Override
    void restore() throws SQLException {
        server.execute(dropped(name), "CREATE DATABASE " + name + " TEMPLATE " + kept);
    }

    @Override
    void drop() throws SQLException {
        server.execute(dropped(name), dropped(kept));
    }

    @Override
    void settle() throws SQLException {
        server.execute("CHECKPOINT");
    }

    private static String dropped(String database) {
        return "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)";
    }

    @Override
    String url() {
        return server.url(name);
    }

    @Override
    String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    @Override
    String offlineUrl(String changes) {
        return "offline:postgresql?outputLiquibaseSql=all&changeLogFile=" + changes;
    }

    @Override
    String contentsQuery() {
        return """
                SELECT (SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '^t_[0-9]'),
                    (SELECT count(*) FROM pg_attribute AS a JOIN pg_class AS c ON a.attrelid = c.oid
                        WHERE c.relkind = 'r' AND c.relname ~ '^t_[0-9]' AND a.attnum > 0 AND NOT a.attisdropped),
                    (SELECT count(*) FROM pg_class WHERE relkind = 'i' AND relname ~ '^ix_t_')""";
    }
}
