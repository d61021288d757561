package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.fold.SqlNames;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which routines call which. A server looks at the body of a function in SQL when it creates it, and at those in other
 * languages when they run.
 */
final class RoutineOrder {

    private final Schema schema;
    private final SqlNames names;
    private final RoutineNeeds needs;
    private final Map<String, List<Routine>> byName = new HashMap<>();

    RoutineOrder(Schema schema, FoldingRules rules, RoutineNeeds needs) {
        this.schema = schema;
        this.names = new SqlNames(rules);
        this.needs = needs;
        schema.all(Routine.class)
                .forEach(routine -> byName.computeIfAbsent(needs.key(routine), any -> new ArrayList<>())
                        .add(routine));
    }

    /** All of them, each after those that it calls. */
    List<Routine> calledFirst() {
        Set<Routine> ordered = new LinkedHashSet<>();
        schema.all(Routine.class).forEach(routine -> add(routine, new HashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    /** Those that a table or a type calls, and those that these call. */
    Set<Routine> ofTables() {
        Set<String> direct = new HashSet<>();
        new Expressions(schema).all().forEach(sql -> direct.addAll(names.called(sql)));
        Set<Routine> all = new LinkedHashSet<>();
        direct.forEach(
                name -> byName.getOrDefault(name, List.of()).forEach(routine -> add(routine, new HashSet<>(), all)));
        return all;
    }

    /** Those whose text the server has looked at, and that neither a table nor a view nor a trigger nor another one calls. */
    Set<Routine> uncalled() {
        Set<String> called = new HashSet<>();
        new Expressions(schema).all().forEach(sql -> called.addAll(names.called(sql)));
        schema.all(Routine.class).forEach(routine -> called.addAll(needs.calls(routine)));
        schema.all(View.class).forEach(view -> called.addAll(names.called(view.query())));
        schema.all(Trigger.class).forEach(trigger -> called.addAll(called(trigger.when())));
        schema.all(Policy.class).forEach(policy -> {
            called.addAll(called(policy.using()));
            called.addAll(called(policy.check()));
        });
        Set<Routine> uncalled = new HashSet<>();
        schema.all(Routine.class).forEach(routine -> {
            if (RoutineNeeds.isSql(routine) && !called.contains(needs.key(routine))) {
                uncalled.add(routine);
            }
        });
        return uncalled;
    }

    private Set<String> called(@Nullable String sql) {
        return sql == null ? Set.of() : names.called(sql);
    }

    private void add(Routine routine, Set<Routine> above, Set<Routine> ordered) {
        if (ordered.contains(routine) || !above.add(routine)) {
            return;
        }
        needs.calls(routine)
                .forEach(name -> byName.getOrDefault(name, List.of()).forEach(called -> add(called, above, ordered)));
        ordered.add(routine);
    }
}
