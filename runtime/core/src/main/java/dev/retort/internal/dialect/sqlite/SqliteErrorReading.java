package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.ErrorReading;
import dev.retort.internal.dialect.SqlError;
import java.sql.SQLException;

/** What is meant by what SQLite answers with. */
final class SqliteErrorReading implements ErrorReading {

    @Override
    public SqlError explain(SQLException failure) {
        return Failures.explain(failure);
    }
}
