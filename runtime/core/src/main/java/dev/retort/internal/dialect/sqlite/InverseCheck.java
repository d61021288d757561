package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Does an operation and then its inverse on a copy of the schema, and names what was there before and is not after. */
final class InverseCheck {

    private final Set<String> declared;
    private final Set<String> lost = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private InverseCheck(Set<String> declared) {
        this.declared = declared;
    }

    static void check(CheckInverse check, Catalog catalog) {
        InverseCheck losses = new InverseCheck(check.declared());
        try (Connection copy = ShadowSchema.copy(catalog)) {
            Schema before = schema(copy);
            List<Operation> all = new ArrayList<>(List.of(check.operation()));
            all.addAll(check.operation().inverse().operations());
            for (Operation operation : all) {
                for (SqlStatement statement : operation.accept(new Statements(Queries.catalog(copy)))) {
                    Queries.execute(copy, statement.sql());
                }
            }
            losses.compare(before, schema(copy));
        } catch (SQLException | Queries.Failed | RetortException e) {
            // What cannot be done is reported by the operation itself.
            return;
        }
        losses.refuse();
    }

    private static Schema schema(Connection copy) {
        return Introspection.of(SchemaRow.all(Queries.catalog(copy)), Set.of());
    }

    private void compare(Schema before, Schema after) {
        before.objects().values().forEach(object -> {
            if (object instanceof Table table) {
                after.table(table.name()).ifPresent(other -> compare(table, other));
            } else if (!after.object(object.objectName()).equals(Optional.of(object))) {
                lost.add(lost(object));
            }
        });
    }

    private void compare(Table before, Table after) {
        constraints(before, after);
        indexes(before, after);
        before.columns().forEach(column -> column(column, after));
    }

    private static String lost(SchemaObject object) {
        ObjectName name = object.objectName();
        String own = name.part();
        return "the " + name.kind().words() + " \"" + (own == null ? name.name().name() : own) + "\"";
    }

    /** Another name of the same constraint is no loss. */
    private void constraints(Table table, Table after) {
        List<Constraint> left = new ArrayList<>(
                after.constraints().stream().map(each -> each.named(null)).toList());
        for (Constraint constraint : table.constraints()) {
            String name = constraint.name();
            if (!left.remove(constraint.named(null)) && (name == null || !declared.contains(name))) {
                ConstraintText text =
                        constraint.accept(new ConstraintText.Writer(table.name().name()));
                lost.add(text.what());
                lines.add(text.line());
            }
        }
    }

    private void indexes(Table table, Table after) {
        for (Index index : table.indexes()) {
            if (!after.indexes().contains(index) && !declared.contains(index.name())) {
                lost.add("the index \"" + index.name() + "\"");
                lines.add(ConstraintText.line(index));
            }
        }
    }

    private void column(Column column, Table after) {
        Optional<Column> other = after.columns().stream()
                .filter(each -> Names.same(each.name(), column.name()))
                .findFirst();
        if (other.isEmpty()) {
            lost.add("the column \"" + column.name() + "\"");
            return;
        }
        Column again = other.get();
        boolean keyed = lost.stream().anyMatch(what -> what.startsWith("the primary key"));
        differs(column, !column.nullable() && again.nullable() && !keyed, "NOT NULL", "existingNullable: false");
        differs(column, !Objects.equals(column.type(), again.type()), "the type", "was: the type it has");
        differs(
                column,
                !Objects.equals(column.defaultValue(), again.defaultValue()),
                "the default",
                "existingDefault: what it is");
        differs(
                column,
                !Objects.equals(column.collation(), again.collation()),
                "the collation",
                "existingCollation: '" + column.collation() + "'");
        differs(
                column,
                !Objects.equals(column.generated(), again.generated()),
                "the expression that computes it",
                "existingGenerated: what it is");
        differs(
                column,
                column.autoincrement() != again.autoincrement() && !keyed,
                "AUTOINCREMENT",
                "upgrade and downgrade");
    }

    private void differs(Column column, boolean differs, String what, String word) {
        if (differs) {
            lost.add(what + " of the column \"" + column.name() + "\"");
            words.add(word);
        }
    }

    private void refuse() {
        if (lost.isEmpty()) {
            return;
        }
        String hint = Stream.of(
                        lines.isEmpty() ? "" : "Write before it: " + String.join("; ", lines) + ".",
                        words.isEmpty() ? "" : "Add to it: " + String.join(", ", words) + ".",
                        (lines.isEmpty() && words.isEmpty() ? "Write" : "Or write")
                                + " upgrade and downgrade instead of change.")
                .filter(text -> !text.isEmpty())
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
        throw Refusal.of("The downgrade of this change would not bring back " + String.join(", ", lost) + ".", hint);
    }
}
