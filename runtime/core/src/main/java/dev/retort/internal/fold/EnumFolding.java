package dev.retort.internal.fold;

import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.DropEnum;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the operations on enum types do: to the type, where the database keeps it, and to the columns of it. */
final class EnumFolding {

    private final WorkingSchema schema;

    EnumFolding(WorkingSchema schema) {
        this.schema = schema;
    }

    /** The type with the values that the schema knows of. */
    ColumnType known(ColumnType type) {
        return schema.rules.keepsEnumTypes() ? mapped(named(type), this::known) : type;
    }

    /** SQL names a type without revealing that it is an enum type. */
    private ColumnType named(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(named(array.element()));
        }
        return type instanceof ColumnType.Named text
                ? schema.all(EnumType.class).stream()
                        .filter(each -> text.sql().equals(quoted(each.name()))
                                || text.sql()
                                        .equals(quoted(new QualifiedName(
                                                schema.rules.home(), each.name().name()))))
                        .<ColumnType>map(each -> new ColumnType.Enumeration(each.name(), each.values()))
                        .findFirst()
                        .orElse(type)
                : type;
    }

    private String quoted(QualifiedName name) {
        String own = schema.rules.quote(name.name());
        return name.schema() == null ? own : schema.rules.quote(name.schema()) + "." + own;
    }

    private ColumnType.Enumeration known(ColumnType.Enumeration type) {
        QualifiedName name = schema.kept(type.name());
        List<String> values = type(name).map(EnumType::values).orElse(type.values());
        return new ColumnType.Enumeration(name, values);
    }

    /** The enum type; empty where it is uncertain. */
    private Optional<EnumType> type(QualifiedName name) {
        Optional<EnumType> found = schema.find(ObjectKind.ENUM_TYPE, name, EnumType.class);
        if (found.isEmpty() && schema.isCertain(ObjectKind.ENUM_TYPE, name)) {
            throw FoldingRefusal.unknown(
                    "enum type \"" + name + "\"", name.name(), schema.namesOf(ObjectKind.ENUM_TYPE));
        }
        return found.filter(type -> schema.isCertain(type.objectName()));
    }

    void create(CreateEnum operation) {
        if (!schema.rules.keepsEnumTypes()) {
            return;
        }
        QualifiedName name = schema.kept(operation.name());
        ObjectName object = ObjectName.of(ObjectKind.ENUM_TYPE, name);
        boolean there = schema.find(object).isPresent();
        if (there && operation.ifNotExists()) {
            return;
        } else if (operation.ifNotExists() && !schema.isCertain(object)) {
            schema.doubt(object);
            return;
        } else if (there && schema.isCertain(object)) {
            throw FoldingRefusal.taken("enum type \"" + name + "\"");
        }
        schema.put(new EnumType(name, operation.values()));
    }

    void drop(DropEnum operation) {
        ObjectName name = ObjectName.of(ObjectKind.ENUM_TYPE, operation.name());
        if (!schema.rules.keepsEnumTypes()) {
            return;
        } else if (operation.ifExists() && schema.find(name).isEmpty()) {
            schema.remove(name);
            return;
        }
        Optional<EnumType> type = type(operation.name());
        List<String> needing = new ArrayList<>();
        for (Table table : schema.all(Table.class)) {
            for (Column column : table.columns()) {
                if (isOf(column.type(), operation.name()) && schema.isCertain(table.objectName())) {
                    needing.add("the column \"" + column.name() + "\" of the table \"" + table.name() + "\"");
                }
            }
        }
        if (type.isPresent() && !needing.isEmpty() && !operation.cascade()) {
            throw FoldingRefusal.needed("enum type \"" + operation.name() + "\"", needing);
        }
        for (Table table : schema.all(Table.class)) {
            for (Column column : table.columns()) {
                if (isOf(column.type(), operation.name())) {
                    Table left = schema.table(table.name()).orElse(table);
                    new ColumnRemoval(schema, left, column.name()).remove(true);
                }
            }
        }
        schema.remove(name);
    }

    private boolean isOf(ColumnType type, QualifiedName name) {
        return type instanceof ColumnType.Enumeration enumeration && schema.same(enumeration.name(), name)
                || type instanceof ColumnType.Array array && isOf(array.element(), name);
    }

    void add(AddEnumValue operation) {
        change(operation.name(), values -> {
            if (values.contains(operation.value())) {
                if (operation.ifNotExists()) {
                    return values;
                }
                throw FoldingRefusal.of(
                        "The enum type \"" + operation.name() + "\" has the value \"" + operation.value()
                                + "\" already.",
                        "Take the operation away.");
            }
            return added(values, operation.value(), operation.name(), operation.before(), operation.after());
        });
    }

    private static List<String> added(
            List<String> values, String value, QualifiedName type, @Nullable String before, @Nullable String after) {
        List<String> all = new ArrayList<>(values);
        if (before != null) {
            all.add(index(values, before, type), value);
        } else if (after != null) {
            all.add(index(values, after, type) + 1, value);
        } else {
            all.add(value);
        }
        return all;
    }

    private static int index(List<String> values, String value, QualifiedName type) {
        int index = values.indexOf(value);
        if (index < 0) {
            throw FoldingRefusal.unknown("value \"" + value + "\" in the enum type \"" + type + "\"", value, values);
        }
        return index;
    }

    void renameValue(RenameEnumValue operation) {
        change(operation.name(), values -> {
            List<String> all = new ArrayList<>(values);
            int index = index(values, operation.value(), operation.name());
            if (values.contains(operation.newValue())) {
                throw FoldingRefusal.of(
                        "The enum type \"" + operation.name() + "\" has the value \"" + operation.newValue()
                                + "\" already.",
                        "Choose another one.");
            }
            all.set(index, operation.newValue());
            return all;
        });
    }

    void reorder(ReorderEnumValues operation) {
        change(operation.name(), values -> operation.values());
    }

    void dropValue(DropEnumValue operation) {
        change(operation.name(), values -> {
            List<String> all = new ArrayList<>(values);
            all.remove(index(values, operation.value(), operation.name()));
            return all;
        });
    }

    void rename(RenameEnum operation) {
        QualifiedName old = schema.kept(operation.name());
        QualifiedName renamed = new QualifiedName(old.schema(), operation.newName());
        if (schema.rules.keepsEnumTypes()) {
            Optional<EnumType> type = type(old);
            if (schema.find(ObjectName.of(ObjectKind.ENUM_TYPE, renamed)).isPresent()) {
                throw FoldingRefusal.taken("enum type \"" + renamed + "\"");
            }
            type.ifPresent(found -> schema.rename(found.objectName(), new EnumType(renamed, found.values())));
            if (type.isEmpty()) {
                schema.remove(ObjectName.of(ObjectKind.ENUM_TYPE, old));
                schema.doubt(ObjectName.of(ObjectKind.ENUM_TYPE, renamed));
            }
        }
        changeColumns(old, type -> new ColumnType.Enumeration(renamed, type.values()));
    }

    /** In the type, and in the columns of it, wherever the value keeps the values. */
    private void change(QualifiedName name, UnaryOperator<List<String>> change) {
        if (schema.rules.keepsEnumTypes()) {
            Optional<EnumType> type = type(name);
            type.ifPresent(found -> schema.put(new EnumType(found.name(), change.apply(found.values()))));
            if (type.isEmpty()) {
                return;
            }
        }
        changeColumns(name, type -> new ColumnType.Enumeration(type.name(), change.apply(type.values())));
    }

    /** What the columns of the type say its values are; empty where there are none. */
    Optional<List<String>> valuesOfColumns(QualifiedName name) {
        return schema.all(Table.class).stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> column.type() instanceof ColumnType.Array array ? array.element() : column.type())
                .filter(type -> isOf(type, name))
                .map(type -> ((ColumnType.Enumeration) type).values())
                .findFirst();
    }

    private void changeColumns(QualifiedName name, UnaryOperator<ColumnType.Enumeration> change) {
        for (Table table : schema.all(Table.class)) {
            List<Column> columns = table.columns().stream()
                    .map(column -> column.withType(
                            mapped(column.type(), type -> schema.same(type.name(), name) ? change.apply(type) : type)))
                    .toList();
            if (!columns.equals(table.columns())) {
                schema.put(table.withColumns(columns));
            }
        }
    }

    private static ColumnType mapped(ColumnType type, UnaryOperator<ColumnType.Enumeration> change) {
        if (type instanceof ColumnType.Enumeration enumeration) {
            return change.apply(enumeration);
        }
        return type instanceof ColumnType.Array array ? new ColumnType.Array(mapped(array.element(), change)) : type;
    }
}
