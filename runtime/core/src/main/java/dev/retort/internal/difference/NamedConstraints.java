package dev.retort.internal.difference;

import dev.retort.internal.fold.SqlNames;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.ConventionNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Gives constraints that are to be added the names of the convention, by which they can be dropped again. */
public final class NamedConstraints {

    private final Schema from;
    private final ConventionNames convention;
    private final SqlNames names;
    private final NormalForm form;

    /** @param from what is here already keeps its name, or has none */
    public NamedConstraints(Schema from, ConventionNames convention, DifferenceRules rules) {
        this.from = from;
        this.convention = convention;
        this.names = new SqlNames(rules.folding());
        this.form = new NormalForm(rules);
    }

    public Schema of(Schema wanted) {
        return wanted.with(wanted.tables().map(this::of).toList());
    }

    private Table of(Table wanted) {
        List<Constraint> there =
                from.table(wanted.name()).map(Table::constraints).orElse(List.of());
        Set<String> taken = new HashSet<>();
        wanted.constraints().forEach(each -> taken.add(Objects.requireNonNullElse(each.name(), "")));
        there.forEach(each -> taken.add(Objects.requireNonNullElse(each.name(), "")));
        List<Constraint> named = new ArrayList<>();
        for (Constraint constraint : wanted.constraints()) {
            boolean keeps = constraint.name() != null || there.stream().anyMatch(each -> isSame(each, constraint));
            named.add(keeps ? constraint : named(wanted, constraint, taken));
        }
        return wanted.withConstraints(named);
    }

    private boolean isSame(Constraint one, Constraint other) {
        return form.of(one).named(null).equals(form.of(other).named(null));
    }

    private Constraint named(Table table, Constraint constraint, Set<String> taken) {
        Optional<String> name = convention.of(table.name(), constraint, about(table, constraint));
        for (int number = 1; name.isPresent() && !taken.add(name.get()); number++) {
            name = convention.of(table.name(), constraint, about(table, constraint) + "_" + number);
            if (!(constraint instanceof Constraint.Check)) {
                return constraint;
            }
        }
        return constraint.named(name.orElse(null));
    }

    /** The columns of a check, in the order of the table. */
    private String about(Table table, Constraint constraint) {
        if (!(constraint instanceof Constraint.Check check)) {
            return "";
        }
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .filter(column -> names.mentions(check.condition(), column))
                .toList();
        return columns.isEmpty() ? "1" : String.join("_", columns);
    }
}
