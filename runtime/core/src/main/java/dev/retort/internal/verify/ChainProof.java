package dev.retort.internal.verify;

import dev.retort.Check;
import dev.retort.Check.Kind;
import dev.retort.CheckResult;
import dev.retort.Location;
import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.Revision;
import dev.retort.Step;
import dev.retort.VerificationRequest;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.connect.ScratchConnections;
import dev.retort.internal.header.Header;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.verify.rows.Fixtures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of a chain, each run by itself. In their order, a database serves as many of them as it can. */
public final class ChainProof implements AutoCloseable {

    private static final String MODEL = "model";

    private final Subject subject;
    private final Climb climb;
    private final Map<Check, CheckWork> checks = new LinkedHashMap<>();

    /**
     * @param sandbox to run the scripts in; closed by whoever opened it
     * @param plan what is proven
     * @param model what leads from the schema of a database to that of the model, as text; null where there is no model
     * @throws RetortException of the kind USAGE where a check is to be left out that is none
     */
    public static ChainProof of(
            Chain chain,
            Sandbox sandbox,
            Settings settings,
            VerificationRequest request,
            Plan plan,
            @Nullable Function<ScratchConnections, String> model) {
        return new ChainProof(new Subject(settings, chain, sandbox, request, plan), model);
    }

    private ChainProof(Subject subject, @Nullable Function<ScratchConnections, String> model) {
        this.subject = subject;
        this.climb = new Climb(subject);
        Map<String, String> irreversible = Irreversible.in(subject);
        Fixtures fixtures = subject.fixtures();
        List<Step> steps = subject.steps();
        Optional<Step> stuck = steps.stream()
                .filter(step -> irreversible.containsKey(step.revision().id()))
                .reduce((one, other) -> other);
        add(Kind.HEADS, "heads", "The chain has its heads", new HeadsCheck(subject));
        add(Kind.SCRIPTS, "scripts", "Every script compiles and fits its place", new ScriptsCheck(subject));
        for (int i = 0; i < steps.size(); i++) {
            Revision revision = steps.get(i).revision();
            String message = revision.message() == null ? "Up, down, up" : revision.message();
            checks.put(
                    about(Kind.ROUND_TRIP, revision.id(), message, revision),
                    new RoundTrip(subject, climb, fixtures, i, irreversible.get(revision.id())));
        }
        if (model != null) {
            add(Kind.MODEL, MODEL, "The schema is that of the model", new ModelCheck(climb, model));
        }
        add(Kind.BASE, "base", "A downgrade to base leaves nothing", new BaseCheck(subject, climb, stuck));
        add(
                Kind.AGAIN,
                "again",
                "The upgrade after it does the same, another one nothing",
                new AgainCheck(subject, climb));
        add(Kind.SQL, "sql", "The SQL of --sql leads to the same", new OfflineCheck(subject, climb, stuck));
        orders();
        refuseUnknown();
    }

    /** What is no check of this part of the chain may be one of another: a configuration says it once for all. */
    private void refuseUnknown() {
        Set<String> names = checks.keySet().stream().map(Check::name).collect(Collectors.toCollection(TreeSet::new));
        for (String name : new TreeSet<>(subject.request().except())) {
            if (!names.contains(name) && !isElsewhere(name)) {
                throw new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("There is no check \"" + name + "\" to leave out.")
                                .withHint("Name a revision by its whole id, or one of: "
                                        + names.stream()
                                                .filter(each ->
                                                        !subject.chain().graph().contains(each))
                                                .collect(Collectors.joining(", "))));
            }
        }
    }

    private boolean isElsewhere(String name) {
        return name.equals(MODEL)
                || Stream.of(name.split("\\+"))
                        .allMatch(id -> subject.chain().graph().contains(id));
    }

    private void add(Kind kind, String name, String title, CheckWork work) {
        checks.put(new Check(kind, name, title, Optional.empty(), Optional.empty()), work);
    }

    private Check about(Kind kind, String name, String title, Revision revision) {
        Header header = subject.chain().file(revision.id()).header();
        Location place = header.block("upgrade")
                .or(() -> header.block("change"))
                .map(Header.Block::location)
                .orElse(Location.of(revision.file()));
        return new Check(kind, name, title, Optional.of(revision.id()), Optional.of(place));
    }

    /** Branches that are joined, and those that are to be. */
    private void orders() {
        for (Step step : subject.steps()) {
            Revision merge = step.revision();
            if (merge.downRevisions().size() > 1) {
                List<String> branches = merge.downRevisions();
                checks.put(
                        about(Kind.ORDER, String.join("+", branches), title(branches), merge),
                        new OrderCheck(subject, branches));
            }
        }
        List<String> ends = new ArrayList<>(subject.plan().rows());
        if (ends.size() > 1) {
            add(Kind.ORDER, String.join("+", ends), title(ends), new OrderCheck(subject, ends));
        }
    }

    private static String title(List<String> branches) {
        return "The same in either order: " + String.join(", ", branches);
    }

    public List<Check> checks() {
        return List.copyOf(checks.keySet());
    }

    /** @throws RetortException where no scratch database can be had, or where the run is stopped */
    public CheckResult run(Check check) {
        CheckWork work = checks.get(check);
        if (work == null) {
            throw new IllegalArgumentException("a check of another verification: " + check);
        }
        Report report = new Report(check);
        long start = System.nanoTime();
        Set<String> except = subject.request().except();
        if (except.contains(check.name())) {
            return report.leftOut("It was not asked for.", since(start));
        }
        try {
            work.run(report);
        } catch (CheckImpossible e) {
            subject.settings().stop().check();
            return report.leftOut(e.why(), since(start));
        } catch (NoScratch e) {
            throw e.failure();
        } catch (RetortException e) {
            if (e.kind() == RetortException.Kind.UNREACHABLE) {
                throw e;
            }
            report.fail(e.problems());
        } catch (SQLException e) {
            climb.abandon();
            report.fail("The scratch database refuses: " + e.getMessage(), "");
        }
        // What a run that is stopped leaves undone is no fault of a script.
        subject.settings().stop().check();
        return report.ended(since(start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        climb.close();
    }
}
