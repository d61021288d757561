package dev.retort.internal.difference;

import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.DropEnum;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares enum types, or where a database has none what its columns say. */
final class EnumComparison {

    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes;

    EnumComparison(Schema from, Schema to, DifferenceRules rules, Changes changes) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.changes = changes;
    }

    void compare() {
        Map<QualifiedName, List<String>> old = values(from);
        Map<QualifiedName, List<String>> wanted = values(to);
        wanted.forEach((name, values) -> {
            List<String> before = old.get(name);
            ObjectName about = ObjectName.of(ObjectKind.ENUM_TYPE, name);
            if (before != null) {
                change(about, before, values);
            } else if (rules.folding().keepsEnumTypes() && !Certainty.isMissing(about, from)) {
                changes.add(Phase.TYPES, about, new CreateEnum(name, values, false));
            }
        });
        old.forEach((name, values) -> {
            boolean gone =
                    !wanted.containsKey(name) && !Certainty.isMissing(ObjectName.of(ObjectKind.ENUM_TYPE, name), to);
            if (gone && rules.folding().keepsEnumTypes()) {
                changes.add(
                        TakenNames.dropping(name, to, Phase.DROPPED_TYPES),
                        ObjectName.of(ObjectKind.ENUM_TYPE, name),
                        new DropEnum(name, false, false, values));
            }
        });
    }

    private Map<QualifiedName, List<String>> values(Schema schema) {
        Map<QualifiedName, List<String>> values = new TreeMap<>();
        if (rules.folding().keepsEnumTypes()) {
            schema.all(EnumType.class).forEach(type -> values.put(type.name(), type.values()));
        } else {
            schema.tables()
                    .flatMap(table -> table.columns().stream())
                    .map(column -> column.type())
                    .filter(ColumnType.Enumeration.class::isInstance)
                    .map(ColumnType.Enumeration.class::cast)
                    .forEach(type -> values.putIfAbsent(type.name(), type.values()));
        }
        return values;
    }

    /**
     * Values that go come last, as rows may have them; but where each column has values of its own, before any column is
     * created that has none of these.
     */
    private void change(ObjectName about, List<String> old, List<String> wanted) {
        QualifiedName name = about.name();
        List<String> now = new ArrayList<>(old);
        for (int i = 0; i < wanted.size(); i++) {
            String value = wanted.get(i);
            if (!now.contains(value)) {
                String after = i == 0 ? null : wanted.get(i - 1);
                String before = i == 0 && !now.isEmpty() ? now.get(0) : null;
                boolean atEnd = after != null && now.indexOf(after) == now.size() - 1;
                changes.add(Phase.TYPES, about, new AddEnumValue(name, value, before, atEnd ? null : after, false));
                now.add(after == null ? 0 : now.indexOf(after) + 1, value);
            }
        }
        Phase last = rules.folding().keepsEnumTypes() || !isOfNewColumn(name) ? Phase.DROPPED_TYPES : Phase.TYPES;
        List<String> gone =
                now.stream().filter(value -> !wanted.contains(value)).toList();
        for (String value : gone) {
            int at = now.indexOf(value);
            changes.addLosing(
                    last,
                    about,
                    new DropEnumValue(name, value, null, at + 1 < now.size() ? now.get(at + 1) : null, null));
            now.remove(value);
        }
        if (!now.equals(wanted)) {
            changes.add(last, about, new ReorderEnumValues(name, wanted, now));
        }
    }

    private boolean isOfNewColumn(QualifiedName enumeration) {
        return to.tables()
                .anyMatch(table -> table.columns().stream()
                        .filter(column -> column.type() instanceof ColumnType.Enumeration type
                                && type.name().equals(enumeration))
                        .anyMatch(column -> !isThere(table.name(), column.name())));
    }

    private boolean isThere(QualifiedName table, String column) {
        return from.table(table)
                .filter(old ->
                        old.columns().stream().anyMatch(each -> rules.folding().same(each.name(), column)))
                .isPresent();
    }
}
