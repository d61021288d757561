package dev.retort.internal.jpa;

import dev.retort.internal.ddl.DdlReader;
import dev.retort.internal.ddl.SqlEffect;
import dev.retort.internal.fold.Fold;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.schema.Schema;
import java.util.List;
import java.util.Map;

/** What statements make of an empty database; parts whose names nobody chose have none. */
final class DdlSchema {

    private final FoldingRules rules;
    private final DdlReader reader;

    DdlSchema(FoldingRules rules) {
        this.rules = rules;
        this.reader = new DdlReader(rules.grammar());
    }

    Schema of(List<String> statements) {
        Fold fold = new Fold(Schema.EMPTY, rules);
        ChosenNames names = new ChosenNames();
        for (String statement : statements) {
            List<SqlEffect> effects = reader.read(statement);
            if (effects.stream().noneMatch(this::createsHome)) {
                fold.apply(new Execute(statement, Map.of()));
                names.add(effects);
            }
        }
        return names.only(fold.schema());
    }

    /** The schema that every database has. */
    private boolean createsHome(SqlEffect effect) {
        return effect instanceof SqlEffect.Changes changes
                && changes.operation() instanceof CreateSchema create
                && rules.same(create.schema(), rules.home());
    }
}
