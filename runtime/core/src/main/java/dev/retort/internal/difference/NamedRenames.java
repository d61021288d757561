package dev.retort.internal.difference;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Renames as people name them: {@code projects}, {@code projects.description}, {@code status.open}. */
public final class NamedRenames {

    private final Map<String, ObjectName> known = new TreeMap<>();

    /** @param from where what is to be renamed is */
    public NamedRenames(Schema from) {
        from.all(EnumType.class)
                .forEach(type -> type.values()
                        .forEach(value -> known.put(
                                type.name() + "." + value, new ObjectName(ObjectKind.ENUM_TYPE, type.name(), value))));
        from.all(EnumType.class).forEach(type -> known.put(type.name().toString(), type.objectName()));
        from.all(Sequence.class).forEach(sequence -> known.put(sequence.name().toString(), sequence.objectName()));
        from.tables().forEach(this::columns);
        from.tables().forEach(table -> known.put(table.name().toString(), table.objectName()));
    }

    private void columns(Table table) {
        table.columns()
                .forEach(column -> known.put(
                        table.name() + "." + column.name(),
                        new ObjectName(ObjectKind.COLUMN, table.name(), column.name())));
    }

    /**
     * @param renames old names to new ones; a new one may have its table before it as well
     * @return with the new names by themselves
     * @throws RetortException of the kind USAGE where there is nothing of a name
     */
    public Map<ObjectName, String> of(Map<String, String> renames) {
        Map<ObjectName, String> found = new LinkedHashMap<>();
        renames.forEach((old, wanted) -> {
            ObjectName name = find(old, renames).orElseThrow(() -> unknown(old));
            found.put(name, last(wanted));
        });
        return found;
    }

    /** A part may be named by what its table or its type is renamed to, which is what people see of it. */
    private Optional<ObjectName> find(String name, Map<String, String> renames) {
        int dot = name.lastIndexOf('.');
        if (known.containsKey(name) || dot < 0) {
            return Optional.ofNullable(known.get(name));
        }
        return renames.entrySet().stream()
                .filter(rename -> last(rename.getValue()).equals(last(name.substring(0, dot))))
                .flatMap(rename -> Optional.ofNullable(known.get(rename.getKey() + name.substring(dot))).stream())
                .findFirst();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private RetortException unknown(String name) {
        return new RetortException(
                RetortException.Kind.USAGE,
                Problem.of("There is no table, column, enum type, value or sequence \"" + name + "\" to rename.")
                        .withHint(Suggestion.didYouMean(name, known.keySet())
                                .orElse("Write name=new, table.column=new or type.value=new.")));
    }
}
