package dev.retort.internal.run;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.operation.Work;
import dev.retort.internal.sql.SqlScript;
import dev.retort.internal.sql.SqlSyntax;
import java.util.List;

/** What a script's operation is as SQL, with nothing hidden in it. */
public final class Rendering {

    private Rendering() {}

    /**
     * The statements of an operation that an author wrote; those of Retort's own need no such look. Where no transaction
     * holds what changes the schema, such statements run outside of any, each with a note before it and one after.
     *
     * @throws RetortException of the kind SCRIPT where a text within the operation is a statement of its own, which would
     *     run unchecked
     */
    public static List<SqlStatement> statements(Operation operation, Dialect dialect, Catalog catalog) {
        Spelling spelling = dialect.spelling();
        List<SqlStatement> statements = spelling.statements(operation, catalog);
        // The text of an Execute has been cut into its statements already.
        if (!(operation instanceof Execute)) {
            statements.forEach(statement -> refuseSeveral(statement, spelling.syntax()));
        }
        return changesRows(operation) || dialect.has(Capability.TRANSACTIONAL_DDL)
                ? statements
                : statements.stream().map(SqlStatement::alone).toList();
    }

    /** What else there is changes the schema; what an author wrote, the dialect itself has looked at. */
    private static boolean changesRows(Operation operation) {
        return operation instanceof InsertRows
                || operation instanceof UpdateRows
                || operation instanceof DeleteRows
                || operation instanceof CheckInverse
                || operation instanceof Work;
    }

    public static void refuseSeveral(SqlStatement statement, SqlSyntax syntax) {
        if (SqlScript.split(statement.sql(), syntax).size() > 1) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("A text of this operation holds a statement of its own: " + statement.sql() + ".")
                            .withHint("Give it to execute."));
        }
    }
}
