package dev.retort.benchmark.peers;

import java.nio.file.Path;

/** A database product that all programs are measured on. */
interface Product {

    String title();

    /** The driver of JDBC. */
    Class<?> driver();

    /**
     * A database that does not exist yet.
     *
     * @param name letters and underscores
     */
    Database database(Path folder, String name);

    static Product sqlite() {
        return new Product() {
            @Override
            public String title() {
                return "SQLite";
            }

            @Override
            public Class<?> driver() {
                return org.sqlite.JDBC.class;
            }

            @Override
            public Database database(Path folder, String name) {
                return new SqliteDatabase(folder, name);
            }
        };
    }

    static Product postgresql(PostgresServer server) {
        return new Product() {
            @Override
            public String title() {
                return "PostgreSQL";
            }

            @Override
            public Class<?> driver() {
                return org.postgresql.Driver.class;
            }

            @Override
            public Database database(Path folder, String name) {
                return new PostgresDatabase(server, name);
            }
        };
    }
}
