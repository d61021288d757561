package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ErrorReading;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;

/** What is meant by what PostgreSQL answers with. */
final class PostgresErrorReading implements ErrorReading {

    @Override
    public boolean needsCommitBefore(SqlError error) {
        return EnumValues.NEW_VALUE.equals(error.state());
    }

    @Override
    public boolean isWarning(SQLWarning said) {
        return Failures.isWarning(said);
    }

    @Override
    public SqlError explain(SQLException failure) {
        return Failures.explain(failure);
    }

    @Override
    public SqlError explain(SQLException failure, SqlStatement statement) {
        return Failures.explain(failure, statement);
    }

    @Override
    public boolean lacksRights(SqlError error) {
        return "42501".equals(error.state());
    }

    @Override
    public boolean lacksDatabase(SqlError error) {
        return "3D000".equals(error.state());
    }
}
