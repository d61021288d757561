package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.sqlite.Clause.Kind;
import dev.retort.internal.operation.DropColumn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes a column out of a draft, with what of its table speaks of it; refuses when anything else does. */
final class ColumnRemoval {

    private final ShadowSchema scratch;
    private final TableRebuild draft;
    private final DropColumn operation;
    private final String table;
    private final List<String> dependents = new ArrayList<>();

    ColumnRemoval(ShadowSchema scratch, TableRebuild draft, DropColumn operation) {
        this.scratch = scratch;
        this.draft = draft;
        this.operation = operation;
        this.table = operation.table().name();
    }

    void remove() throws SQLException {
        ShadowSchema.Mentions mentions = scratch.mentions(table, operation.column());
        for (int i = 0; i < mentions.before().size(); i++) {
            SchemaRow object = mentions.before().get(i);
            if (object.isTable(table)) {
                removeClauses(object, mentions.after().get(i));
            } else {
                remove(object);
            }
        }
        implicitReferences();
        if (!dependents.isEmpty()) {
            throw Refusal.of(
                    "The column \"" + operation.column() + "\" of the table \"" + table + "\" cannot be dropped: "
                            + String.join(", ", dependents) + " needs it.",
                    "Drop that first.");
        }
        draft.drop(operation.column());
    }

    private void remove(SchemaRow object) throws SQLException {
        boolean own = object.belongsTo(table);
        if (own && object.type().equals("index")) {
            draft.indexes.remove(Names.key(object.name()));
        } else if (own && object.type().equals("trigger") && operation.cascade()) {
            draft.triggers.remove(Names.key(object.name()));
        } else if (object.type().equals("trigger") && operation.cascade()) {
            draft.first.add("DROP TRIGGER " + Names.quote(object.name()));
        } else if (object.type().equals("view") && operation.cascade()) {
            draft.views.add(object.name());
            Dependents needing = Dependents.ofView(scratch, object.name());
            needing.views().forEach(view -> draft.views.add(view.name()));
            needing.triggers()
                    .forEach(trigger -> draft.first.add("DROP TRIGGER IF EXISTS " + Names.quote(trigger.name())));
        } else if (object.type().equals("table") && operation.cascade()) {
            draft.first.addAll(Dependents.withoutForeignKeys(
                    scratch, object.name(), clause -> references(clause, operation.column())));
        } else {
            dependents.add("the " + object);
        }
    }

    private boolean references(Clause clause, String column) {
        return Names.same(clause.referenced(), table)
                && clause.namesAfter("REFERENCES").stream().anyMatch(name -> Names.same(name, column));
    }

    /** The clauses whose text SQLite changed when the column was renamed; both texts have the same ones. */
    private void removeClauses(SchemaRow before, SchemaRow after) {
        List<Clause> old = TableText.parse(before.sql()).clauses();
        List<Clause> renamed = TableText.parse(after.sql()).clauses();
        for (int i = old.size() - 1; i >= 0; i--) {
            Clause clause = draft.text.clauses().get(i);
            boolean speaksOfIt = !old.get(i).text().equals(renamed.get(i).text()) && !isOwn(clause);
            if (speaksOfIt && clause.kind() == Kind.GENERATED) {
                dependents.add("a generated column of the table");
            } else if (speaksOfIt) {
                draft.text = draft.text.without(clause);
            }
        }
    }

    /** The column's own clauses go with it. */
    private boolean isOwn(Clause clause) {
        return clause.isAmong(
                draft.text.column(operation.column()).orElseThrow().clauses());
    }

    /** {@code REFERENCES parent} names no column and means the primary key. */
    private void implicitReferences() throws SQLException {
        List<String> children = scratch.catalog().query("""
                        SELECT DISTINCT child.name FROM sqlite_schema child, pragma_foreign_key_list(child.name) reference
                        WHERE child.type = 'table' AND lower(reference."table") = lower(?1) AND reference."to" IS NULL
                          AND EXISTS (SELECT 1 FROM pragma_table_info(?1) WHERE pk > 0 AND lower(name) = lower(?2))""", table, operation.column()).stream()
                .map(row -> SchemaRow.text(row, "name"))
                .toList();
        for (String child : children) {
            if (operation.cascade() && !Names.same(child, table)) {
                draft.first.addAll(Dependents.withoutForeignKeys(
                        scratch,
                        child,
                        clause -> Names.same(clause.referenced(), table)
                                && clause.namesAfter("REFERENCES").isEmpty()));
            } else {
                dependents.add("a foreign key of the table \"" + child + "\"");
            }
        }
    }
}
