package dev.retort.internal.script;

import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads names and lists of columns. */
final class Columns {

    private Columns() {}

    /** A name that was given; an empty one means that a variable was. */
    static String name(String what, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new Refusal("The name of " + what + " is empty.");
        }
        return name;
    }

    /** Which rows a partition takes, without the words {@code FOR VALUES} that may precede it. */
    static String forValues(QualifiedName partition, @Nullable String sql) {
        String values = sql == null ? "" : sql.strip().replaceFirst("(?i)^FOR\\s+VALUES\\s+", "");
        if (values.isEmpty()) {
            throw new Refusal(
                    "The partition \"" + partition + "\" does not say which rows it is for.",
                    "Add forValues: \"FROM ('2026-01-01') TO ('2027-01-01')\", or forValues: 'DEFAULT'.");
        }
        return values;
    }

    static List<String> names(String what, Collection<?> given) {
        List<String> names = new ArrayList<>();
        for (Object name : given) {
            if (!(name instanceof CharSequence)) {
                throw new Refusal("The columns of " + what + " are names, not \"" + name + "\".");
            }
            names.add(name("a column of " + what, name.toString()));
        }
        distinct(what, names);
        return List.copyOf(names);
    }

    static List<String> some(String what, Collection<?> given) {
        List<String> names = names(what, given);
        if (names.isEmpty()) {
            throw new Refusal("The list of columns of " + what + " is empty.", "Name at least one column.");
        }
        return names;
    }

    static void refuseOthers(String what, String option, Map<String, String> left) {
        for (String name : left.keySet()) {
            throw new Refusal(
                    "Option \"" + option + "\" speaks of \"" + name + "\", which is no column of " + what + ".",
                    "Write it into the expression where it is one: sql('" + name + " …').");
        }
    }

    /** Without the expressions among them. */
    static List<String> names(List<Index.Element> elements) {
        return elements.stream()
                .filter(Index.Element.ColumnName.class::isInstance)
                .map(element -> ((Index.Element.ColumnName) element).name())
                .toList();
    }

    static List<String> texts(Collection<Index.Element> elements) {
        List<String> texts = new ArrayList<>();
        for (Index.Element element : elements) {
            if (element instanceof Index.Element.ColumnName column) {
                texts.add(column.name());
            } else if (element instanceof Index.Element.Expression expression) {
                texts.add(expression.sql());
            }
        }
        return texts;
    }

    private static void distinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new Refusal("Column \"" + name + "\" is given twice in " + what + ".");
            }
        }
    }
}
