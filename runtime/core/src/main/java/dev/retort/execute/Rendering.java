package dev.retort.execute;

import dev.retort.dialect.Catalog;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.sql.SqlScript;
import dev.retort.sql.SqlSyntax;
import java.util.List;

/** What a script's operation is as SQL, with nothing hidden in it. */
final class Rendering {

    private Rendering() {}

    /**
     * The statements of an operation that an author wrote; those of Retort's own need no such look.
     *
     * @throws RetortException of the kind SCRIPT where a text within the operation is a statement of its own, which would
     *     run unchecked
     */
    static List<SqlStatement> statements(Operation operation, Dialect dialect, Catalog catalog) {
        List<SqlStatement> statements = dialect.statements(operation, catalog);
        // The text of an Execute has been cut into its statements already.
        if (!(operation instanceof Execute)) {
            statements.forEach(statement -> refuseSeveral(statement, dialect.syntax()));
        }
        return statements;
    }

    static void refuseSeveral(SqlStatement statement, SqlSyntax syntax) {
        if (SqlScript.split(statement.sql(), syntax).size() > 1) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("A text of this operation holds a statement of its own: " + statement.sql() + ".")
                            .withHint("Give it to execute."));
        }
    }
}
