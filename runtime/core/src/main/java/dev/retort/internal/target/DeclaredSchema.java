package dev.retort.internal.target;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.fold.Fold;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The schema that schema files declare. Neither the order of the files nor that of their statements matters. */
public final class DeclaredSchema {

    private static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::location, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Dialect dialect;
    private final FoldingRules rules;
    private final Sandbox sandbox;
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** For one call of {@link #of}. */
    /** @param rules of the dialect, for the schema of SQL whose names are unqualified */
    public DeclaredSchema(Dialect dialect, FoldingRules rules, Sandbox sandbox) {
        this.dialect = dialect;
        this.rules = rules;
        this.sandbox = sandbox;
    }

    /** @throws RetortException of the kind SCRIPT with all that is wrong with the files */
    public Schema of(List<ScriptSource> sources) {
        List<Declaration> written = new ArrayList<>();
        sources.forEach(source -> written.addAll(declared(source)));
        refuse();
        List<Declaration> declared = new EnumeratedColumns(rules, problems).resolved(once(written));
        declared.stream()
                .filter(each -> !(each.operation() instanceof AddConstraint))
                .forEach(each -> at(each.location(), () -> dialect.spelling().check(each.operation())));
        if (!rules.checksReferences()) {
            problems.addAll(new ReferencedTables(rules, declared).problems());
        }
        Fold fold = new Fold(Schema.EMPTY, rules);
        new FoldingOrder(declared)
                .parts()
                .forEach(part -> at(part.declared().location(), () -> fold.apply(part.operation())));
        refuse();
        return fold.schema().withoutTemporary();
    }

    private List<Declaration> declared(ScriptSource source) {
        DeclaringChannel channel = new DeclaringChannel(source, dialect.name());
        try {
            sandbox.compileSchema(source).declare(channel);
        } catch (RetortException e) {
            e.problems().stream()
                    .map(problem -> new Problem(
                            problem.location() == null ? null : channel.placed(problem.location()),
                            problem.sentence(),
                            problem.hint()))
                    .forEach(problems::add);
        }
        return channel.declared();
    }

    /** Without what is declared already. */
    private List<Declaration> once(List<Declaration> declared) {
        DeclaredNames names = new DeclaredNames(rules);
        List<Declaration> once = new ArrayList<>();
        for (Declaration each : declared) {
            names.taken(each).ifPresentOrElse(problems::add, () -> once.add(each));
        }
        return once;
    }

    /** What is refused is a problem of this statement. */
    private void at(Location location, Runnable work) {
        try {
            work.run();
        } catch (RetortException e) {
            e.problems()
                    .forEach(problem -> problems.add(new Problem(
                            problem.location() == null ? location : problem.location(),
                            problem.sentence(),
                            problem.hint())));
        }
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new RetortException(
                    Kind.SCRIPT, problems.stream().sorted(IN_ORDER).toList());
        }
    }
}
