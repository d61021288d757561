package dev.retort.internal.dialect.h2

import dev.retort.internal.dialect.ErrorReading
import dev.retort.internal.dialect.SqlError
import groovy.transform.CompileStatic
import java.sql.SQLException

/** Every failure is the statement's own. */
@CompileStatic
final class H2ErrorReading implements ErrorReading {

    @Override
    SqlError explain(SQLException failure) {
        new SqlError(SqlError.Kind.STATEMENT, failure.message, failure.SQLState, 0, [])
    }
}
