package dev.retort.internal.settings;

import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.schema.LeftOut;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * The schemas of the database whose objects are looked at.
 *
 * @param names those in the first one are unqualified; empty means the first one of the search path
 */
public record SchemaNames(List<String> names) {

    public SchemaNames {
        names = List.copyOf(names);
    }

    /** @param leftOut tables that belong to Retort itself */
    public ReadScope scope(Set<QualifiedName> leftOut) {
        return new ReadScope(names, leftOut);
    }

    public FoldingRules folding(FoldingRules rules) {
        return names.isEmpty() ? rules : rules.at(names.get(0));
    }

    public DifferenceRules difference(DifferenceRules rules) {
        return names.isEmpty() ? rules : rules.at(names.get(0));
    }

    /** What reading these schemas finds of one that has more; the rest is named. */
    public Schema within(Schema schema) {
        List<ObjectName> others = schema.objects().keySet().stream()
                .filter(name -> name.name().schema() != null
                        && !names.contains(name.name().schema()))
                .toList();
        List<LeftOut> leftOut = others.stream()
                .map(name -> new LeftOut(
                        name.kind().words(),
                        name.toString().substring(name.kind().words().length() + 1)))
                .toList();
        Schema within = schema.without(others).withLeftOut(leftOut);
        if (names.isEmpty()) {
            return within;
        }
        ObjectName first = new Namespace(names.get(0)).objectName();
        return within.without(first).withComment(first, schema.comment(first).orElse(null));
    }
}
