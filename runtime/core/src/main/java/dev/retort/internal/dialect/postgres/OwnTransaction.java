package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.EndedTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Whether the transaction is still the one that was begun. The driver knows whether there is one: the server says so at the
 * end of each answer. That it is the same one its number says, which is asked for with what is asked anyway.
 */
final class OwnTransaction {

    private static final String NUMBER = "SELECT pg_catalog.txid_current()";
    private static final String END = "SELECT pg_catalog.txid_status(CAST(? AS pg_catalog.int8)) AS status";

    private final Connection connection;
    private final BaseConnection driver;
    /** Null where it is not known. */
    private @Nullable String number;

    private @Nullable String undone;
    private @Nullable EndedTransaction ended;

    OwnTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.driver = connection.unwrap(BaseConnection.class);
    }

    /** There is a new one, or none. */
    void forget() {
        number = null;
        undone = null;
        ended = null;
    }

    /** It is about to be undone. */
    void undo() {
        undone = number;
        number = null;
        ended = null;
    }

    /** Runs statements in it, and notes its number in the same round trip. */
    void mark(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(statements + NUMBER);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                number = result.next() ? result.getString(1) : null;
            }
        }
    }

    /** Notes where statements were found to be run in another one. */
    void found(String other) {
        if (number != null && !number.equals(other) && ended == null) {
            ended = new EndedTransaction(null);
        }
    }

    /** @param sql the statement that was run last */
    void verify(@Nullable String sql) throws SQLException {
        boolean none =
                number != null && !connection.isClosed() && driver.getTransactionState() == TransactionState.IDLE;
        if (ended == null && none) {
            ended = new EndedTransaction(sql);
        }
        if (ended != null) {
            throw ended;
        }
        if (!driver.getStandardConformingStrings()) {
            throw LexicalSettings.changed(sql);
        }
    }

    boolean wasCommitted() throws SQLException {
        return undone != null
                && !connection.isClosed()
                && "committed".equals(Rows.of(connection, END, undone).get(0).string("status"));
    }
}
