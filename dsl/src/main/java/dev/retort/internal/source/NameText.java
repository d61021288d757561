package dev.retort.internal.source;

import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spells names as scripts do: {@code name}, {@code schema.name}, in double quotes what holds a dot itself. */
final class NameText {

    private NameText() {}

    static String of(QualifiedName name) {
        return joined(name, false);
    }

    /** Of what is followed by brackets, or by a column. */
    static String callable(QualifiedName name) {
        return joined(name, true);
    }

    private static String joined(QualifiedName name, boolean callable) {
        String own = part(name.name(), callable);
        return name.schema() == null ? own : part(name.schema(), callable) + "." + own;
    }

    /** Of what is in the schema of something else, unless it names another. */
    static String beside(@Nullable String schema, QualifiedName name) {
        if (Objects.equals(schema, name.schema())) {
            return part(name.name(), false);
        } else if (name.schema() == null) {
            throw new OperationNotWritable("A script cannot leave the schema of \"" + name + "\" open where \"" + schema
                    + "\" is named beside it.");
        }
        return of(name);
    }

    /** A name that has no schema, where one could be. */
    static String own(String name) {
        return part(name, false);
    }

    static String part(String name, boolean callable) {
        plain(name);
        if (callable && !name.equals(name.strip())) {
            throw new OperationNotWritable("A script cannot keep the blanks around the name \"" + name + "\" here.");
        }
        boolean quoted = name.startsWith("\"") || name.indexOf('.') >= 0 || (callable && name.indexOf('(') >= 0);
        return quoted ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    /** A name that is taken as it is, as that of a column. */
    static String plain(String name) {
        if (name.isBlank()) {
            throw new OperationNotWritable("A script cannot name what has the empty name \"" + name + "\".");
        }
        return name;
    }

    /** What a foreign key refers to, as {@code references:} takes it. */
    static String reference(QualifiedName table, List<String> columns) {
        if (columns.size() == 1) {
            return callable(table) + "." + part(columns.get(0), true);
        } else if (columns.isEmpty() && table.schema() != null) {
            throw new OperationNotWritable("A script cannot refer to the primary key of \"" + table
                    + "\" without its columns, for \"" + table + "\" would be a column.");
        }
        return columns.isEmpty() ? callable(table) : callable(table) + "(" + list(columns) + ")";
    }

    /** Columns inside a text. */
    static String list(List<String> columns) {
        for (String column : columns) {
            if (!plain(column).equals(column.strip()) || column.indexOf(',') >= 0) {
                throw new OperationNotWritable(
                        "A script cannot have the column \"" + column + "\" in a list inside a text.");
            }
        }
        return String.join(", ", columns);
    }

    /** What was has the name of what is dropped. */
    static void requireSame(Object dropped, Object was) {
        if (!dropped.equals(was)) {
            throw new OperationNotWritable("A script cannot drop \"" + dropped + "\" as what was \"" + was + "\".");
        }
    }
}
