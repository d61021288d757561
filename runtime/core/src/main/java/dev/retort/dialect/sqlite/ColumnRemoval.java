package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.Clause.Kind;
import dev.retort.operation.DropColumn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes a column out of a draft, with what of its table speaks of it; refuses when anything else does. */
final class ColumnRemoval {

    private final Scratch scratch;
    private final Draft draft;
    private final DropColumn operation;
    private final String table;
    private final List<String> dependents = new ArrayList<>();

    ColumnRemoval(Scratch scratch, Draft draft, DropColumn operation) {
        this.scratch = scratch;
        this.draft = draft;
        this.operation = operation;
        this.table = operation.table().name();
    }

    void remove() throws SQLException {
        Scratch.Mentions mentions = scratch.mentions(table, operation.column());
        for (int i = 0; i < mentions.before().size(); i++) {
            SchemaObject object = mentions.before().get(i);
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

    private void remove(SchemaObject object) {
        boolean own = object.belongsTo(table);
        if (own && object.type().equals("index")) {
            draft.indexes.remove(Names.key(object.name()));
        } else if (own && object.type().equals("trigger") && operation.cascade()) {
            draft.triggers.remove(Names.key(object.name()));
        } else if (object.type().equals("view") && operation.cascade()) {
            draft.views.add(object.name());
        } else {
            dependents.add("the " + object);
        }
    }

    /** The clauses whose text SQLite changed when the column was renamed; both texts have the same ones. */
    private void removeClauses(SchemaObject before, SchemaObject after) {
        List<Clause> old = TableText.parse(before.sql()).clauses();
        List<Clause> renamed = TableText.parse(after.sql()).clauses();
        for (int i = old.size() - 1; i >= 0; i--) {
            Clause clause = draft.text.clauses().get(i);
            boolean speaksOfIt = !text(old.get(i)).equals(text(renamed.get(i))) && !isOwn(clause);
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

    private static List<String> text(Clause clause) {
        return clause.tokens().stream().map(Names::read).toList();
    }

    /** {@code REFERENCES parent} names no column and means the primary key. */
    private void implicitReferences() {
        scratch.catalog()
                .query("""
                        SELECT DISTINCT child.name FROM sqlite_schema child, pragma_foreign_key_list(child.name) reference
                        WHERE child.type = 'table' AND lower(reference."table") = lower(?1) AND reference."to" IS NULL
                          AND EXISTS (SELECT 1 FROM pragma_table_info(?1) WHERE pk > 0 AND lower(name) = lower(?2))""", table, operation.column())
                .forEach(row -> dependents.add("a foreign key of the table \"" + row.string("name") + "\""));
    }
}
