package dev.retort.internal.dialect.h2

import dev.retort.internal.dialect.Execution
import groovy.transform.CompileStatic
import java.sql.Clob
import java.sql.PreparedStatement
import java.sql.ResultSet
import java.sql.SQLException

/** H2's driver takes and gives plain values but for long texts. */
@CompileStatic
final class H2Execution implements Execution {

    @Override
    void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        statement.setObject(index, value)
    }

    @Override
    Object read(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column)
        if (value instanceof Clob) {
            return rows.getString(column)
        }
        return value instanceof Integer ? value.longValue() : value
    }

    @Override
    boolean gainsFromBatches(String sql) {
        return false
    }
}
