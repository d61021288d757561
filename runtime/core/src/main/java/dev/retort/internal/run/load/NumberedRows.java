package dev.retort.internal.run.load;

import dev.retort.internal.dialect.RowSink.FailedRow;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.run.statement.SqlFailure;
import java.util.List;

/** The statements of an author's SQL with its rows; what goes wrong with one of many rows is reported with its number. */
public final class NumberedRows {

    private final Execute operation;
    private final List<SqlStatement> statements;

    public NumberedRows(Execute operation, List<SqlStatement> statements) {
        this.operation = operation;
        this.statements = statements;
    }

    public void each(SqlFile.Use use) {
        for (int i = 0; i < statements.size(); i++) {
            try {
                use.of(statements.get(i));
            } catch (SqlFailure e) {
                throw isOneRows(e) ? e.prefixed("Row " + number(e, i) + ": ") : e;
            }
        }
    }

    /** A fault in the text is none of a row's, and who lost the connection or waits for a lock does it with any. */
    private boolean isOneRows(SqlFailure failure) {
        boolean many = operation.first() > 1 || operation.rows().size() > 1;
        boolean known = statements.size() > 1
                || operation.rows().size() == 1
                || failure.row().isPresent();
        return many
                && known
                && failure.error().kind() == SqlError.Kind.STATEMENT
                && failure.error().position() == 0;
    }

    private long number(SqlFailure failure, int statement) {
        long within = failure.row().map(FailedRow::number).orElse(1L);
        int runsOfEach = statements.size() / operation.rows().size();
        return operation.first() + (runsOfEach == 0 ? within - 1 : statement / runsOfEach);
    }
}
