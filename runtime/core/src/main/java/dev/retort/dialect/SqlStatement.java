package dev.retort.dialect;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement for the database.
 *
 * @param sql without a terminator; a {@code ?} for each parameter when there are parameters
 * @param parameterRows the values of the parameters, one list a run; empty when the statement has none: then it is run
 *     as it is, not prepared, because a driver takes question marks in what it prepares for parameters
 * @param outsideTransaction the database refuses it inside a transaction
 * @param copied the rows that it takes from a file; null where it takes none
 */
public record SqlStatement(
        String sql,
        List<List<@Nullable Object>> parameterRows,
        boolean outsideTransaction,
        @Nullable CopiedRows copied) {

    public SqlStatement {
        parameterRows = List.copyOf(parameterRows);
    }

    public SqlStatement(String sql, List<List<@Nullable Object>> parameterRows, boolean outsideTransaction) {
        this(sql, parameterRows, outsideTransaction, null);
    }

    /** A statement that takes rows of a file. */
    public static SqlStatement copying(String sql, CopiedRows rows) {
        return new SqlStatement(sql, List.of(), false, rows);
    }

    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of(), false);
    }

    public static SqlStatement of(String sql, @Nullable Object... parameters) {
        return new SqlStatement(sql, List.of(Collections.unmodifiableList(Arrays.asList(parameters))), false);
    }
}
