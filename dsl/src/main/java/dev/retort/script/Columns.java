package dev.retort.script;

import dev.retort.operation.SqlExpression;
import dev.retort.schema.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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

    static List<Index.Element> elements(String what, Collection<?> given) {
        List<Index.Element> elements = new ArrayList<>();
        for (Object element : given) {
            if (element instanceof SqlExpression expression) {
                elements.add(new Index.Element.Expression(expression.sql()));
            } else if (element instanceof CharSequence) {
                elements.add(new Index.Element.ColumnName(name("a column of " + what, element.toString())));
            } else {
                throw new Refusal(
                        "What " + what + " is over are names of columns and sql('…'), not \"" + element + "\".");
            }
        }
        if (elements.isEmpty()) {
            throw new Refusal("The list of columns of " + what + " is empty.", "Name at least one column.");
        }
        return elements;
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
                throw new Refusal("Column \"" + name + "\" stands twice in " + what + ".");
            }
        }
    }
}
