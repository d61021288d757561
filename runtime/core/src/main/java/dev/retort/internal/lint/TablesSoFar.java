package dev.retort.internal.lint;

import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of tables at one place of a script.
 *
 * @param fresh that the revision itself has created
 * @param rows what the revision has done with all rows of a table; none where it has done neither
 */
record TablesSoFar(Set<QualifiedName> fresh, Map<QualifiedName, Rows> rows) {

    /** What was done with the rows. */
    enum Rows {
        INSERTED,
        /** They are gone, and still take their place. */
        DELETED,
        TRUNCATED
    }

    TablesSoFar {
        fresh = Set.copyOf(fresh);
        rows = Map.copyOf(rows);
    }

    boolean isFresh(QualifiedName table, SchemaAt schema) {
        return fresh.stream().anyMatch(each -> schema.same(each, table));
    }

    Optional<Rows> rows(QualifiedName table, SchemaAt schema) {
        return rows.entrySet().stream()
                .filter(each -> schema.same(each.getKey(), table))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** After something was done with all rows of a table, or some were inserted. */
    TablesSoFar after(Rows done, QualifiedName table, SchemaAt schema) {
        Map<QualifiedName, Rows> after = new HashMap<>(rows);
        after.keySet().removeIf(each -> schema.same(each, table));
        after.put(table, done);
        return new TablesSoFar(fresh, after);
    }

    /** After what may have inserted rows anywhere. */
    TablesSoFar afterAnything() {
        Map<QualifiedName, Rows> after = new HashMap<>(rows);
        after.values().removeIf(done -> done != Rows.INSERTED);
        return new TablesSoFar(fresh, after);
    }

    TablesSoFar with(QualifiedName table) {
        Set<QualifiedName> more = new HashSet<>(fresh);
        more.add(table);
        return new TablesSoFar(more, rows);
    }
}
