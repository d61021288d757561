package dev.retort.internal.fold;

import dev.retort.internal.ddl.TableOption;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SQL changes of how tables are kept. */
final class OptionFolding {

    private final WorkingSchema schema;

    OptionFolding(WorkingSchema schema) {
        this.schema = schema;
    }

    void set(QualifiedName name, TableOption option) {
        Optional<Table> known = schema.table(name);
        if (known.isEmpty()) {
            return;
        }
        Table table = known.get();
        Table.Options options = table.options();
        if (option instanceof TableOption.Logged logged) {
            schema.put(table.withOptions(options.withUnlogged(!logged.logged())));
        } else if (option instanceof TableOption.Parent parent) {
            schema.put(child(table, parents(options.inherits(), parent)));
        } else if (option instanceof TableOption.ColumnStorage storage) {
            column(
                    table,
                    storage.column(),
                    column -> column.withToast(
                            usual(column, storage.word()) ? null : storage.word(), column.compression()));
        } else if (option instanceof TableOption.ColumnCompression compression) {
            String method = compression.method().equals("default") ? null : compression.method();
            column(table, compression.column(), column -> column.withToast(column.storage(), method));
        } else {
            schema.put(table.withOptions(options.withStorage(storage(options.storage(), option))));
        }
    }

    private boolean usual(Column column, String storage) {
        return storage.equals("DEFAULT") || storage.equals(schema.rules.usualStorage(column.type()));
    }

    private interface Change {
        Column of(Column column);
    }

    private void column(Table table, String name, Change change) {
        Column old = new TableParts(schema).column(table, name);
        schema.put(table.withColumns(table.columns().stream()
                .map(column -> column.equals(old) ? change.of(column) : column)
                .toList()));
    }

    /** The table has the columns that it had; as its own where no parent has them. */
    private Table child(Table table, List<QualifiedName> parents) {
        InheritedColumns columns = new InheritedColumns(name -> schema.find(ObjectKind.TABLE, name, Table.class));
        return columns.leftOut(
                table.withColumns(columns.of(table)).withOptions(table.options().withInherits(parents)));
    }

    private List<QualifiedName> parents(List<QualifiedName> old, TableOption.Parent change) {
        List<QualifiedName> parents = new ArrayList<>(old);
        parents.removeIf(parent -> schema.same(parent, change.parent()));
        if (change.inherits()) {
            schema.table(change.parent());
            parents.add(schema.kept(change.parent()));
        }
        return parents;
    }

    private @Nullable Storage storage(@Nullable Storage old, TableOption option) {
        Map<String, Object> parameters = new LinkedHashMap<>(old == null ? Map.of() : old.parameters());
        String tablespace = old == null ? null : old.tablespace();
        if (option instanceof TableOption.Parameters set) {
            parameters.putAll(set.values());
        } else if (option instanceof TableOption.WithoutParameters reset) {
            parameters.keySet().removeAll(reset.names());
        } else if (option instanceof TableOption.Tablespace moved) {
            tablespace = schema.rules.isUsualTablespace(moved.name()) ? null : moved.name();
        }
        return parameters.isEmpty() && tablespace == null ? null : new Storage(parameters, tablespace);
    }
}
