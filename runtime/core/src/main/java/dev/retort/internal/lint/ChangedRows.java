package dev.retort.internal.lint;

import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The tables that it truncates, and with CASCADE those that refer to them. */
    public static List<QualifiedName> truncated(LintedStatement statement) {
        Optional<SqlShape> shape = statement
                .shape()
                .filter(each -> each.kind() == SqlShape.Kind.TRUNCATE || each.kind() == SqlShape.Kind.TRUNCATE_CASCADE);
        List<QualifiedName> all = new ArrayList<>();
        shape.stream().flatMap(each -> each.costs().stream()).forEach(cost -> all.add(cost.table()));
        boolean cascade = shape.filter(each -> each.kind() == SqlShape.Kind.TRUNCATE_CASCADE)
                .isPresent();
        for (int i = 0; cascade && i < all.size(); i++) {
            all.addAll(referring(all.get(i), statement.before())
                    .filter(name ->
                            all.stream().noneMatch(each -> statement.before().same(each, name)))
                    .toList());
        }
        return all;
    }

    private static Stream<QualifiedName> referring(QualifiedName table, SchemaAt schema) {
        return schema.tables()
                .filter(other -> other.constraints().stream()
                        .anyMatch(each ->
                                each instanceof Constraint.ForeignKey key && schema.same(key.referencedTable(), table)))
                .map(Table::name);
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
