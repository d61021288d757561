package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.dialect.sqlite.Clause.Kind;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What needs a table or a view that is dropped: foreign keys of other tables, views, and triggers that do not go with it.
 * SQLite drops it all the same, and refuses afterwards what comes across one of them, be it a row or another change.
 */
final class Dependents {

    private static final String RENAMED = "_retort_renamed";

    private final ShadowSchema scratch;
    private final Set<SchemaRow> views = new LinkedHashSet<>();
    private final Set<SchemaRow> triggers = new LinkedHashSet<>();
    private final Map<String, List<Clause>> foreignKeys = new LinkedHashMap<>();

    private Dependents(ShadowSchema scratch) {
        this.scratch = scratch;
    }

    /**
     * @param kind {@code table} or {@code view}
     * @param cascade whether what needs it goes as well
     * @return what has to be run before it is dropped
     */
    static List<SqlStatement> drop(Catalog catalog, String kind, String name, boolean cascade) {
        if (!catalog.canLook()) {
            return List.of();
        }
        List<SchemaRow> all = SchemaRow.all(catalog);
        boolean exists = all.stream()
                .anyMatch(
                        object -> object.type().equals(kind) && Names.same(object.name(), name) && !object.isVirtual());
        if (!exists || all.stream().noneMatch(object -> isOther(object, name) && mayMention(object, name))) {
            return List.of();
        }
        try (ShadowSchema scratch = ShadowSchema.of(catalog)) {
            Dependents dependents = new Dependents(scratch);
            dependents.collect(kind, name);
            if (!cascade) {
                dependents.refuse(kind, name);
            }
            return dependents.statements().stream().map(SqlStatement::of).toList();
        } catch (SQLException | Queries.Failed e) {
            // A schema that is broken already does not say what it means; SQLite drops what it is asked to.
            return List.of();
        }
    }

    /** What needs a view, and what needs that. */
    static Dependents ofView(ShadowSchema scratch, String view) throws SQLException {
        Dependents dependents = new Dependents(scratch);
        dependents.collect("view", view);
        return dependents;
    }

    Set<SchemaRow> views() {
        return views;
    }

    Set<SchemaRow> triggers() {
        return triggers;
    }

    private static boolean isOther(SchemaRow object, String name) {
        return !object.belongsTo(name);
    }

    private static boolean mayMention(SchemaRow object, String name) {
        return Names.key(object.sql()).contains(Names.key(name).replace("\"", "\"\""));
    }

    /** With what needs the views that need it, and so on. */
    private void collect(String kind, String name) throws SQLException {
        Deque<SchemaRow> left = new ArrayDeque<>();
        left.add(new SchemaRow(kind, name, name, ""));
        while (!left.isEmpty()) {
            SchemaRow dropped = left.remove();
            for (SchemaRow object : mentions(dropped)) {
                if (object.type().equals("view") && views.add(object)) {
                    left.add(object);
                } else if (object.type().equals("trigger")) {
                    triggers.add(object);
                }
            }
        }
        views.removeIf(view -> Names.same(view.name(), name));
        // Those of a view go with it.
        triggers.removeIf(trigger -> views.stream().anyMatch(view -> trigger.belongsTo(view.name())));
    }

    /** Whatever SQLite itself changes when the table gets another name; a view is taken for a table meanwhile. */
    private List<SchemaRow> mentions(SchemaRow dropped) throws SQLException {
        String name = dropped.name();
        scratch.mark("dependents");
        try {
            scratch.fixStrings();
            if (dropped.type().equals("view")) {
                scratch.replaceViewByTable(name);
            }
            List<SchemaRow> before = scratch.objects();
            scratch.execute("ALTER TABLE " + Names.quote(name) + " RENAME TO " + RENAMED);
            List<SchemaRow> after = scratch.objects();
            List<SchemaRow> found = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                SchemaRow object = before.get(i);
                if (isOther(object, name) && !object.sql().equals(after.get(i).sql())) {
                    found.add(object);
                    if (object.type().equals("table")) {
                        foreignKeys.put(object.name(), changed(object, after.get(i)));
                    }
                }
            }
            return found;
        } finally {
            scratch.back("dependents");
            scratch.execute("RELEASE dependents");
        }
    }

    private static List<Clause> changed(SchemaRow before, SchemaRow after) {
        List<Clause> old = TableText.parse(before.sql()).clauses();
        List<Clause> renamed = TableText.parse(after.sql()).clauses();
        List<Clause> changed = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).kind() == Kind.FOREIGN_KEY
                    && !old.get(i).text().equals(renamed.get(i).text())) {
                changed.add(old.get(i));
            }
        }
        return changed;
    }

    private void refuse(String kind, String name) {
        List<String> needing = new ArrayList<>();
        foreignKeys.forEach((table, keys) -> keys.forEach(key -> needing.add(
                key.name() == null
                        ? "a foreign key of the table \"" + table + "\""
                        : "the foreign key \"" + key.name() + "\" of the table \"" + table + "\"")));
        views.forEach(view -> needing.add("the " + view));
        triggers.forEach(trigger -> needing.add("the " + trigger));
        if (!needing.isEmpty()) {
            throw Refusal.of(
                    "The " + kind + " \"" + name + "\" cannot be dropped: "
                            + needing.stream().distinct().collect(Collectors.joining(", ")) + " needs it.",
                    "Drop that first, or add cascade: true to drop it as well.");
        }
    }

    private List<String> statements() throws SQLException {
        List<String> statements = new ArrayList<>();
        triggers.forEach(trigger -> statements.add("DROP TRIGGER " + Names.quote(trigger.name())));
        views.forEach(view -> statements.add("DROP VIEW " + Names.quote(view.name())));
        for (Map.Entry<String, List<Clause>> entry : foreignKeys.entrySet()) {
            List<List<String>> keys =
                    entry.getValue().stream().map(Clause::text).toList();
            statements.addAll(withoutForeignKeys(scratch, entry.getKey(), clause -> keys.contains(clause.text())));
        }
        return statements;
    }

    /** The rebuild of a table without some of its foreign keys. */
    static List<String> withoutForeignKeys(ShadowSchema scratch, String table, Predicate<Clause> which)
            throws SQLException {
        TableRebuild draft = new TableRebuild(scratch, table);
        List<Clause> clauses = draft.text.clauses();
        // Taking one away moves those after it.
        for (int i = clauses.size() - 1; i >= 0; i--) {
            Clause clause = draft.text.clauses().get(i);
            if (clause.kind() == Kind.FOREIGN_KEY && which.test(clause)) {
                draft.text = draft.text.without(clause);
            }
        }
        draft.tryOut();
        return draft.statements();
    }
}
