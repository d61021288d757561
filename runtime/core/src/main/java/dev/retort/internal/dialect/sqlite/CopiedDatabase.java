package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.TableRewrite;
import dev.retort.internal.dialect.Effects;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of the whole database, in a folder that nobody else can look into, and that is removed at the end. */
final class CopiedDatabase implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private static final String BEING_REBUILT =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, " + Names.NEW_TABLE.length()
                    + ") = '" + Names.NEW_TABLE + "'";

    private static final String ROOM =
            "Make room, or name another folder for temporary files with -Djava.io.tmpdir=FOLDER, in"
                    + " RETORT_JAVA_OPTIONS for the command line.";

    private final TemporaryFolder folder;
    private final Connection connection;
    private final Session session;
    private Set<String> beingRebuilt = Set.of();

    private CopiedDatabase(TemporaryFolder folder, Connection connection, Session session) {
        this.folder = folder;
        this.connection = connection;
        this.session = session;
    }

    /** @param check asked before and after; what it throws ends the copying */
    static CopiedDatabase of(Connection original, Runnable check) throws SQLException {
        TemporaryFolder folder = folder();
        try {
            Path file = folder.file("copy.db");
            check.run();
            SqliteBackup.copy(original, file, "could not copy the database to rehearse on the copy", ROOM);
            check.run();
            return open(folder, file);
        } catch (SQLException | RuntimeException | Error e) {
            folder.remove();
            throw e;
        }
    }

    private static CopiedDatabase open(TemporaryFolder folder, Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            return new CopiedDatabase(folder, connection, new SqliteSession(connection));
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    private static TemporaryFolder folder() {
        try {
            return TemporaryFolder.create("retort-rehearsal");
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("There is no room for a copy of the database to rehearse on: " + e.getMessage()
                                    + ".")
                            .withHint("Nothing was run. " + ROOM)),
                    e);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public boolean isCopy() {
        return true;
    }

    /** A rebuild has come to its end when the new table no longer has the name that it was made under. */
    @Override
    public Effects effects(String sql) throws SQLException {
        Set<String> now = new HashSet<>();
        for (var row : Queries.rows(connection, BEING_REBUILT)) {
            now.add(String.valueOf(row.get("name")));
        }
        List<TableRewrite> rebuilt = new ArrayList<>();
        for (String name : beingRebuilt) {
            if (!now.contains(name)) {
                String table = name.substring(Names.NEW_TABLE.length());
                rebuilt.add(new TableRewrite(table, size(table)));
            }
        }
        beingRebuilt = now;
        return new Effects(List.of(), rebuilt);
    }

    /** There are builds of SQLite that cannot tell. */
    private long size(String table) {
        String sql = "SELECT coalesce(sum(pgsize), -1) FROM dbstat WHERE aggregate = TRUE AND name = ";
        try {
            return Queries.number(connection, sql + Values.literal(table));
        } catch (SQLException e) {
            LOG.debug("The size of {} is not known", table, e);
            return -1;
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            session.close();
        } finally {
            try {
                connection.close();
            } finally {
                folder.remove();
            }
        }
    }
}
