package dev.retort.internal.lint;

import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/**
 * What a statement updates or deletes rows of.
 *
 * @param verb as the author has written it
 * @param bounded by a condition
 */
public record ChangedRows(String verb, QualifiedName table, boolean bounded) {

    /** Empty where it does neither. */
    public static Optional<ChangedRows> of(LintedStatement statement) {
        if (statement.asked() instanceof UpdateRows update) {
            return Optional.of(new ChangedRows("update", update.table(), update.where() != null));
        } else if (statement.asked() instanceof DeleteRows delete) {
            return Optional.of(new ChangedRows("delete", delete.table(), delete.where() != null));
        } else if (statement.is("UPDATE")) {
            return named(statement, 1).map(table -> new ChangedRows("UPDATE", table, statement.has("WHERE")));
        } else if (statement.is("DELETE", "FROM")) {
            return named(statement, 2).map(table -> new ChangedRows("DELETE", table, statement.has("WHERE")));
        }
        return Optional.empty();
    }

    /** The table of which it deletes each row. */
    static Optional<QualifiedName> deletedFrom(LintedStatement statement) {
        return of(statement)
                .filter(rows -> rows.verb().equalsIgnoreCase("delete") && !rows.bounded() && !statement.has("USING"))
                .map(ChangedRows::table);
    }

    /** The tables that it truncates. */
    static List<QualifiedName> truncated(LintedStatement statement) {
        return statement.shape().stream()
                .filter(shape ->
                        shape.kind() == SqlShape.Kind.TRUNCATE || shape.kind() == SqlShape.Kind.TRUNCATE_CASCADE)
                .flatMap(shape -> shape.costs().stream())
                .map(cost -> cost.table())
                .toList();
    }

    /** The table into which it inserts rows. */
    static Optional<QualifiedName> insertedInto(LintedStatement statement) {
        if (statement.asked() instanceof InsertRows insert) {
            return Optional.of(insert.table());
        } else if (statement.asked() instanceof BulkInsert insert) {
            return Optional.of(insert.table());
        } else if (statement.is("INSERT", "INTO")) {
            return named(statement, 2);
        }
        return statement.is("COPY") && !statement.has("TO") ? named(statement, 1) : Optional.empty();
    }

    /** The table that is named from this token on. */
    public static Optional<QualifiedName> named(LintedStatement statement, int from) {
        List<SqlToken> tokens = statement.tokens();
        int at = from < tokens.size() && tokens.get(from).isWord("ONLY") ? from + 1 : from;
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        String first = name(statement, tokens.get(at));
        boolean qualified = at + 2 < tokens.size() && tokens.get(at + 1).isSymbol(".");
        return Optional.of(
                qualified ? new QualifiedName(first, name(statement, tokens.get(at + 2))) : QualifiedName.of(first));
    }

    private static String name(LintedStatement statement, SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                ? statement.before().rules().unquoted(token.text())
                : token.identifier();
    }
}
