package dev.retort.internal.script;

import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.schema.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What an index is over: columns and expressions. */
final class IndexElements {

    private IndexElements() {}

    /** With what {@code collation:}, {@code ops:} and {@code order:} say of the columns among them. */
    static List<Index.Element> of(String what, Collection<?> given, Options options) {
        Map<String, String> collations = options.texts("collation");
        Map<String, String> operatorClasses = options.texts("ops");
        Map<String, String> orders = options.texts("order");
        orders.replaceAll((name, words) -> Keywords.order(words));
        List<Index.Element> elements = new ArrayList<>();
        for (Object element : given) {
            if (element instanceof SqlExpression expression) {
                elements.add(new Index.Element.Expression(expression.sql()));
            } else if (element instanceof CharSequence) {
                String name = Columns.name("a column of " + what, element.toString());
                elements.add(new Index.Element.ColumnName(
                        name, collations.remove(name), operatorClasses.remove(name), orders.remove(name)));
            } else {
                throw new Refusal(
                        "What " + what + " is over are names of columns and sql('…'), not \"" + element + "\".");
            }
        }
        if (elements.isEmpty()) {
            throw new Refusal("The list of columns of " + what + " is empty.", "Name at least one column.");
        }
        Columns.refuseOthers(what, "collation", collations);
        Columns.refuseOthers(what, "ops", operatorClasses);
        Columns.refuseOthers(what, "order", orders);
        return elements;
    }
}
