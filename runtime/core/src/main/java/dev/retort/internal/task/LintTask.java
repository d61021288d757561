package dev.retort.internal.task;

import dev.retort.Direction;
import dev.retort.LintFinding;
import dev.retort.LintFinding.Severity;
import dev.retort.LintRequest;
import dev.retort.LintResult;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.Step;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.dialect.Costs;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Server;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.lint.FollowedStatements;
import dev.retort.internal.lint.KnownSizes;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Linter;
import dev.retort.internal.lint.Scene;
import dev.retort.internal.lint.rule.AllRules;
import dev.retort.internal.project.Scripts;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.fold.ChainFold;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.source.OperationWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at what revisions will do, each where the chain comes to it. */
public final class LintTask {

    private final Chain chain;
    private final Scripts scripts;
    private final ChainFold fold;
    private final KnownSchemas known;
    private final FoldingRules rules;
    private final Costs costs;
    private final OperationWriter writer;
    private final StatementLimits limits;

    public LintTask(Settings settings, Chain chain, Sandbox sandbox) {
        this(settings, chain, new Scripts(chain, sandbox));
    }

    LintTask(Settings settings, Chain chain, Scripts scripts) {
        Dialect dialect = settings.database().dialect();
        this.chain = chain;
        this.scripts = scripts;
        this.rules = settings.folding();
        this.fold = settings.fold();
        this.known = KnownSchemas.of(settings, chain, rules);
        this.costs = dialect.costs();
        this.writer = new OperationWriter(settings.scripts().naming());
        this.limits = settings.lockPolicy().limits();
    }

    /** All rules, for those who explain findings by them. */
    public static List<LintResult.Rule> rules() {
        return Stream.concat(AllRules.list().stream(), Stream.of(Linter.UNKNOWN_RULE))
                .map(rule -> new LintResult.Rule(rule.id(), rule.severity(), rule.why(), rule.usual()))
                .toList();
    }

    /**
     * @param applied what a database says is applied; empty where none was asked
     * @param sizes of its tables
     */
    public LintResult lint(LintRequest request, Optional<SortedSet<String>> applied, KnownSizes sizes) {
        return lint(request, applied, sizes, new LinkedHashMap<>());
    }

    /** @param seen the revisions that were looked at, by their ids, which are put there */
    LintResult lint(
            LintRequest request,
            Optional<SortedSet<String>> applied,
            KnownSizes sizes,
            Map<String, LintedRevision> seen) {
        List<LintRule> all = AllRules.list();
        Linter linter = new Linter(all, severities(request, all), sizes);
        List<Step> steps = chain.graph().upgrade(new TreeSet<>(), "heads").steps();
        Set<String> wanted = wanted(request, steps, applied);
        Scene scene = new Scene(costs, new Server(server(request), sizes.use().utc()), writer, limits);
        boolean together = request.scope() == LintRequest.Scope.PENDING;
        Walk walk = new Walk(scene, linter, new Manner(together, true, fold));
        List<LintFinding> findings = walk.findings(steps, wanted);
        seen.putAll(walk.seen);
        return new LintResult(
                findings, List.copyOf(wanted), rules(), applied.isPresent(), applied.orElse(new TreeSet<>()));
    }

    /**
     * The errors in the revisions of an upgrade, in the order of its steps. The schema that it meets is known where it was folded
     * before; elsewhere the scripts are looked at without it, which is quicker than to follow all that was applied.
     */
    List<LintFinding> errors(LintRequest request, List<Step> before, List<Step> steps) {
        List<LintRule> all = AllRules.list();
        Schema start = known.find(before).orElseGet(LintTask::anything);
        Walk walk = new Walk(
                new Scene(costs, new Server(server(request), false), writer, limits),
                new Linter(all, errorsAlone(severities(request, all), all), KnownSizes.UNKNOWN),
                new Manner(true, false, fold.withoutRows()));
        List<LintFinding> findings = new ArrayList<>();
        for (Step step : steps) {
            start = walk.linted(start, step.revision().id(), findings);
        }
        return findings;
    }

    /** The other rules do not even look: each is work before every upgrade. */
    private static Map<String, Optional<Severity>> errorsAlone(
            Map<String, Optional<Severity>> severities, List<LintRule> all) {
        Map<String, Optional<Severity>> errors = new LinkedHashMap<>();
        Stream.concat(all.stream(), Stream.of(Linter.UNKNOWN_RULE))
                .forEach(rule -> errors.put(rule.id(), rule.severity(severities).filter(Severity.ERROR::equals)));
        return errors;
    }

    private static Schema anything() {
        return new Schema(
                Schema.EMPTY.objects(),
                Schema.EMPTY.comments(),
                Schema.EMPTY.uncertain(),
                false,
                Schema.EMPTY.leftOut());
    }

    private int server(LintRequest request) {
        String version = request.serverVersion() == null ? costs.newestVersion() : request.serverVersion();
        String major = version.replaceFirst("\\D.*$", "");
        return major.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(major);
    }

    private static Map<String, Optional<Severity>> severities(LintRequest request, List<LintRule> all) {
        List<String> ids = Stream.concat(all.stream(), Stream.of(Linter.UNKNOWN_RULE))
                .map(LintRule::id)
                .toList();
        Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
        request.severities().forEach((rule, word) -> {
            if (!ids.contains(rule)) {
                throw usage(
                        "There is no rule \"" + rule + "\".",
                        Suggestion.didYouMean(rule, ids).orElse("All rules are listed by: retort explain rules"));
            }
            severities.put(rule, severity(word));
        });
        return severities;
    }

    private static Optional<Severity> severity(String word) {
        return word.equals("off") ? Optional.empty() : Optional.of(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static RetortException usage(String sentence, String hint) {
        return new RetortException(Kind.USAGE, Problem.of(sentence).withHint(hint));
    }

    /** The ids of the revisions that were asked for, in the order of the steps. */
    private Set<String> wanted(LintRequest request, List<Step> steps, Optional<SortedSet<String>> applied) {
        SortedSet<String> rows = applied.map(ids -> rows(ids)).orElse(new TreeSet<>());
        Set<String> named = new LinkedHashSet<>();
        for (String target : request.revisions()) {
            if (target.contains(":")) {
                chain.graph().history(target, rows).forEach(revision -> named.add(revision.id()));
            } else {
                chain.graph().resolve(target, rows).forEach(revision -> named.add(revision.id()));
            }
        }
        boolean old = request.scope() != LintRequest.Scope.ALL;
        Set<String> left = new LinkedHashSet<>();
        if (old && named.isEmpty() && request.revisions().isEmpty()) {
            applied.ifPresent(left::addAll);
            request.baseline()
                    .forEach(id ->
                            left.addAll(chain.graph().applied(ids(chain.graph().resolve(id, new TreeSet<>())))));
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (Step step : steps) {
            String id = step.revision().id();
            boolean asked = request.revisions().isEmpty() ? !left.contains(id) : named.contains(id);
            if (asked) {
                wanted.add(id);
            }
        }
        return wanted;
    }

    private SortedSet<String> rows(SortedSet<String> applied) {
        SortedSet<String> there = new TreeSet<>(applied);
        there.removeIf(id -> !chain.graph().contains(id));
        return there;
    }

    private static SortedSet<String> ids(List<Revision> revisions) {
        SortedSet<String> ids = new TreeSet<>();
        revisions.forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    /**
     * How the chain is walked.
     *
     * @param together all revisions that are looked at are applied in one run: what one creates is new to the others
     * @param back what their downgrades would fail at counts as well; what they ask for is followed for the rules that look at it
     * @param fold by which scripts are followed
     */
    private record Manner(boolean together, boolean back, ChainFold fold) {}

    /** What a downgrade asks for, and what a database would refuse of that. */
    private record Downgraded(List<LintedStatement> statements, Set<Problem> problems) {}

    /** The way through the chain. */
    private final class Walk {
        private final Scene scene;
        private final Linter linter;
        private final Manner manner;
        private final Map<String, LintedRevision> seen = new LinkedHashMap<>();
        private Set<QualifiedName> fresh = Set.of();

        Walk(Scene scene, Linter linter, Manner manner) {
            this.scene = scene;
            this.linter = linter;
            this.manner = manner;
        }

        List<LintFinding> findings(List<Step> steps, Set<String> wanted) {
            int first = 0;
            while (first < steps.size()
                    && !wanted.contains(steps.get(first).revision().id())) {
                first++;
            }
            if (first == steps.size()) {
                return List.of();
            }
            Schema schema = first == 0 ? Schema.EMPTY : known.after(steps.subList(0, first), this::folded, () -> true);
            List<LintFinding> findings = new ArrayList<>();
            Set<String> left = new LinkedHashSet<>(wanted);
            for (Step step : steps.subList(first, steps.size())) {
                if (left.isEmpty()) {
                    break;
                }
                String id = step.revision().id();
                schema = left.remove(id) ? linted(schema, id, findings) : folded(schema, List.of(step));
            }
            return findings;
        }

        private Schema folded(Schema start, List<Step> steps) {
            Schema schema = start;
            for (Step step : steps) {
                schema = manner.fold()
                        .after(schema, scripts.apply(step.revision().id()), Direction.UP)
                        .schema();
            }
            return schema;
        }

        private Schema linted(Schema schema, String id, List<LintFinding> findings) {
            StepScript script = scripts.apply(id);
            FollowedStatements up =
                    new FollowedStatements(scene, script.record().text(), fresh);
            ChainFold.Folded after = manner.fold().after(schema, script, Direction.UP, up);
            Supplier<Downgraded> down = downgrade(after.schema(), script);
            Set<Problem> problems = new LinkedHashSet<>(after.problems());
            if (manner.back() && problems.isEmpty()) {
                Downgraded back = down.get();
                problems.addAll(back.problems());
                down = () -> back;
            }
            fresh = manner.together() ? up.fresh() : Set.of();
            Supplier<Downgraded> asked = down;
            LintedRevision revision = new LintedRevision(
                    script.file(),
                    chain.file(id).header(),
                    new LintedRevision.Upgrade(up.statements(), problems, new SchemaAt(after.schema(), rules)),
                    () -> asked.get().statements());
            seen.put(id, revision);
            findings.addAll(linter.findings(revision, script.record().text()));
            return after.schema();
        }

        private Supplier<Downgraded> downgrade(Schema schema, StepScript script) {
            if (script.irreversible() != null) {
                return () -> new Downgraded(List.of(), Set.of());
            }
            FollowedStatements down =
                    new FollowedStatements(scene, script.record().text(), fresh);
            return () -> {
                ChainFold.Folded back = manner.fold().after(schema, script, Direction.DOWN, down);
                return new Downgraded(down.statements(), back.problems());
            };
        }
    }
}
