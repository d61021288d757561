package dev.retort.internal.run;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.sql.SqlScript;
import dev.retort.internal.sql.SqlSyntax;
import java.util.List;

/** What a script's operation is as SQL, with nothing hidden in it. */
public final class Rendering {

    private Rendering() {}

    /**
     * The statements of an operation that an author wrote; those of Retort's own need no such look.
     *
     * @throws RetortException of the kind SCRIPT where a text within the operation is a statement of its own, which would
     *     run unchecked
     */
    public static List<SqlStatement> statements(Operation operation, Spelling spelling, Catalog catalog) {
        List<SqlStatement> statements = spelling.statements(operation, catalog);
        // The text of an Execute has been cut into its statements already.
        if (!(operation instanceof Execute)) {
            statements.forEach(statement -> refuseSeveral(statement, spelling.syntax()));
        }
        return statements;
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
