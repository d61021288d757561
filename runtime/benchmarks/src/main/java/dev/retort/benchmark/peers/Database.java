package dev.retort.benchmark.peers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of one program, created and filled again between its runs. */
abstract class Database {

    /** Creates it empty, in place of what it was. */
    abstract void create() throws IOException, SQLException;

    /** Remembers what it holds now. */
    abstract void keep() throws IOException, SQLException;

    /** Brings back what was kept. */
    abstract void restore() throws IOException, SQLException;

    abstract void drop() throws IOException, SQLException;

    /** Does now what the server would do later, in the middle of a run. */
    abstract void settle() throws SQLException;

    /** As Retort and SQLAlchemy read it. */
    abstract String url();

    abstract String jdbcUrl();

    /** The URL without a database, for Liquibase. */
    abstract String offlineUrl(String changes);

    /** A query of three numbers: tables, columns and indexes of the chain. */
    abstract String contentsQuery();

    final Contents contents() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(contentsQuery())) {
            row.next();
            return new Contents(row.getInt(1), row.getInt(2), row.getInt(3));
        }
    }

    final Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }
}
