package dev.retort.internal.lint.fix;

import dev.retort.LintFinding;
import dev.retort.internal.header.StatementText;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An update of all rows, which may be a backfill as well. */
final class UpdateStatement {

    /** With these, rows or values come from elsewhere than the row itself. */
    private static final Set<String> MORE =
            Set.of("FROM", "RETURNING", "SELECT", "ORDER", "LIMIT", "WITH", "INDEXED", "DEFAULT");

    private static final Pattern OF_OPERATION =
            Pattern.compile("table\\s*\\([^()]*\\)\\s*\\.\\s*update\\b.*", Pattern.DOTALL);

    private final LintedStatement statement;

    UpdateStatement(LintedStatement statement) {
        this.statement = statement;
    }

    TextEdit backfill(LintFinding finding, StatementText written) throws NotMechanical {
        String better = finding.better();
        if (statement.asked() instanceof UpdateRows update) {
            if (!OF_OPERATION.matcher(written.text()).matches()) {
                throw new NotMechanical("It is more than an update of a table that is named.");
            }
            refuseWithoutKey(update.table());
        } else if (statement.asked() instanceof Execute execute) {
            refuseWithoutKey(table(execute));
        } else {
            throw new NotMechanical("It is a part of " + statement.asked().verb() + ".");
        }
        if (statement.inAutocommit()) {
            throw new NotMechanical("It is in an autocommit, where a backfill cannot be.");
        }
        if (better == null || better.contains("…") || better.contains(";") || better.contains("\n")) {
            throw new NotMechanical("What it sets cannot be taken from it as it is.");
        }
        return new TextEdit(written.start(), written.end(), better);
    }

    /** Of a plain one. */
    private QualifiedName table(Execute execute) throws NotMechanical {
        List<SqlToken> tokens = statement.tokens();
        boolean bound = execute.rows().size() != 1 || !execute.rows().get(0).isEmpty();
        boolean qualified = tokens.size() > 4 && tokens.get(2).isSymbol(".");
        int set = qualified ? 4 : 2;
        boolean plain = statement.is("UPDATE")
                && tokens.size() > set
                && tokens.get(set).isWord("SET")
                && MORE.stream().noneMatch(statement::has);
        if (bound || !plain) {
            throw new NotMechanical("It is not a plain UPDATE of one table without parameters.");
        }
        return qualified
                ? new QualifiedName(name(tokens.get(1)), name(tokens.get(3)))
                : QualifiedName.of(name(tokens.get(1)));
    }

    private String name(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                ? statement.before().rules().unquoted(token.text())
                : token.identifier();
    }

    /** By which the batches are told apart. */
    private void refuseWithoutKey(QualifiedName table) throws NotMechanical {
        boolean keyed = statement.before().table(table).stream()
                .flatMap(each -> each.constraints().stream())
                .anyMatch(Constraint.PrimaryKey.class::isInstance);
        if (!keyed) {
            throw new NotMechanical("A backfill needs a primary key of the table, and none is known.");
        }
    }
}
