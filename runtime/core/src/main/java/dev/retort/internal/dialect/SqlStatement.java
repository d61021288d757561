package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
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
 * @param outsideTransaction the database refuses it inside a transaction, or would commit the transaction
 * @param copied the rows that it takes from a file; null where it takes none
 */
public record SqlStatement(
        String sql,
        List<List<@Nullable Object>> parameterRows,
        boolean outsideTransaction,
        @Nullable CopiedRows copied) {

    public SqlStatement {
        refuseNul(sql);
        parameterRows = List.copyOf(parameterRows);
    }

    public SqlStatement(String sql, List<List<@Nullable Object>> parameterRows, boolean outsideTransaction) {
        this(sql, parameterRows, outsideTransaction, null);
    }

    /** Both databases end a text at it: what is after it would be no part of the statement. */
    private static void refuseNul(String sql) {
        if (sql.indexOf('\0') >= 0) {
            throw new RetortException(
                    RetortException.Kind.SCRIPT,
                    Problem.of("The SQL has a NUL character, at which a database ends it: " + sql.replace('\0', '␀')
                                    + ".")
                            .withHint("Take it out, or give it as a value."));
        }
    }

    /** The same, outside of any transaction. */
    public SqlStatement alone() {
        return new SqlStatement(sql, parameterRows, true, copied);
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
