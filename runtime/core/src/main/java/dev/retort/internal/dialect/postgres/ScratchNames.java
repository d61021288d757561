package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names for constraints that have none, so that each is found again in what the server made of it, and is without a name
 * again there.
 */
final class ScratchNames {

    private static final String PREFIX = "retort_scratch_";

    private final Map<QualifiedName, List<Constraint>> named = new LinkedHashMap<>();
    private int number;

    /** Every constraint with a name. */
    Schema given(Schema schema) {
        return schema.with(schema.tables()
                .map(table -> {
                    List<Constraint> constraints =
                            table.constraints().stream().map(this::given).toList();
                    named.put(table.name(), constraints);
                    return table.withConstraints(constraints);
                })
                .toList());
    }

    private Constraint given(Constraint constraint) {
        return constraint.name() == null ? constraint.named(PREFIX + number++) : constraint;
    }

    /** What was read of them, in the order that they had; what the server added is after them. */
    Schema takenBack(Schema read) {
        return read.with(read.tables().map(this::takenBack).toList());
    }

    private Table takenBack(Table read) {
        List<Constraint> left = new ArrayList<>(read.constraints());
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint wanted : named.getOrDefault(read.name(), List.of())) {
            Optional<Constraint> found = left.stream()
                    .filter(each -> each.name() != null && each.name().equals(wanted.name()))
                    .findFirst();
            found.ifPresent(each -> {
                left.remove(each);
                constraints.add(isGiven(each) ? each.named(null) : each);
            });
        }
        constraints.addAll(left);
        return read.withConstraints(constraints);
    }

    private static boolean isGiven(Constraint constraint) {
        return constraint.name() != null && constraint.name().startsWith(PREFIX);
    }
}
