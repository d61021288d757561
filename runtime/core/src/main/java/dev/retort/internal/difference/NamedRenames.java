package dev.retort.internal.difference;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
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
            ObjectName name = Optional.ofNullable(known.get(old)).orElseThrow(() -> unknown(old));
            found.put(name, wanted.substring(wanted.lastIndexOf('.') + 1));
        });
        return found;
    }

    private RetortException unknown(String name) {
        return new RetortException(
                RetortException.Kind.USAGE,
                Problem.of("There is no table, column or value \"" + name + "\" to rename.")
                        .withHint(Suggestion.didYouMean(name, known.keySet())
                                .orElse("Write table=new, table.column=new or type.value=new.")));
    }
}
