package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes the options of a table that no operation of the language changes. */
final class TableOptionChanges {

    private final List<String> statements = new ArrayList<>();
    private final String alter;

    private TableOptionChanges(QualifiedName table) {
        this.alter = Clauses.alterTable(table);
    }

    static List<String> between(Table from, Table to) {
        TableOptionChanges changes = new TableOptionChanges(to.name());
        changes.change(from.options(), to.options());
        return changes.statements;
    }

    private void change(Table.Options from, Table.Options to) {
        if (from.unlogged() != to.unlogged()) {
            statements.add(alter + "SET " + (to.unlogged() ? "UNLOGGED" : "LOGGED"));
        }
        for (QualifiedName parent : from.inherits()) {
            if (!to.inherits().contains(parent)) {
                statements.add(alter + "NO INHERIT " + Identifiers.quote(parent));
            }
        }
        for (QualifiedName parent : to.inherits()) {
            if (!from.inherits().contains(parent)) {
                statements.add(alter + "INHERIT " + Identifiers.quote(parent));
            }
        }
        storage(from.storage(), to.storage());
        rowSecurity(from.rowSecurity(), to.rowSecurity());
    }

    private void storage(@Nullable Storage from, @Nullable Storage to) {
        Map<String, Object> was = from == null ? Map.of() : from.parameters();
        Map<String, Object> is = to == null ? Map.of() : to.parameters();
        String reset =
                was.keySet().stream().filter(name -> !is.containsKey(name)).collect(Collectors.joining(", "));
        if (!reset.isEmpty()) {
            statements.add(alter + "RESET (" + reset + ")");
        }
        String set = is.entrySet().stream()
                .filter(each -> !each.getValue().equals(was.get(each.getKey())))
                .map(each -> each.getKey() + " = " + Values.literal(each.getValue()))
                .collect(Collectors.joining(", "));
        if (!set.isEmpty()) {
            statements.add(alter + "SET (" + set + ")");
        }
        String old = from == null ? null : from.tablespace();
        String tablespace = to == null ? null : to.tablespace();
        if (!Objects.equals(old, tablespace)) {
            statements.add(
                    alter + "SET TABLESPACE " + (tablespace == null ? "pg_default" : Identifiers.quote(tablespace)));
        }
    }

    private void rowSecurity(RowSecurity from, RowSecurity to) {
        boolean was = from != RowSecurity.DISABLED;
        boolean is = to != RowSecurity.DISABLED;
        if (was != is) {
            statements.add(alter + (is ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
        }
        if ((from == RowSecurity.FORCED) != (to == RowSecurity.FORCED)) {
            statements.add(alter + (to == RowSecurity.FORCED ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY");
        }
    }
}
