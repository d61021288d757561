package dev.retort.script;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import groovy.lang.Closure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A migration that a compiled script describes. Each run makes a new instance of the script, so that nothing is left
 * over from the run before.
 */
public final class ScriptMigration implements Migration {

    private final String file;
    private final Supplier<? extends ScriptRun> runs;
    private final DeclaredHeader header;
    private final @Nullable String irreversible;

    private ScriptMigration(
            String file, Supplier<? extends ScriptRun> runs, DeclaredHeader header, @Nullable String irreversible) {
        this.file = file;
        this.runs = runs;
        this.header = header;
        this.irreversible = irreversible;
    }

    /**
     * Runs the script's own statements, though none of its closures, and derives the way down of a {@code change}.
     *
     * @param runs gives a new instance each time
     * @throws RetortException with all that is wrong
     */
    public static ScriptMigration of(String file, Supplier<? extends ScriptRun> runs) {
        try {
            ScriptRun run = runs.get();
            MigrationScript script = run.script();
            run.inside(script::run);
            ScriptMigration migration = new ScriptMigration(file, runs, script.header(), script.said("irreversible"));
            List<Problem> problems = migration.derivation(run);
            if (!problems.isEmpty()) {
                throw new RetortException(RetortException.Kind.SCRIPT, problems);
            }
            return migration;
        } catch (ScriptFailed e) {
            throw new RetortException(RetortException.Kind.SCRIPT, List.of(beforeItBegins(e)), e);
        }
    }

    private static Problem beforeItBegins(ScriptFailed failure) {
        return failure.isBeyondBudget()
                ? failure.problems().get(0)
                : Problem.at(
                                failure.thrown().line(),
                                "The script fails before it begins: "
                                        + failure.thrown().words())
                        .withHint("What is outside of upgrade and downgrade runs whenever the script is read.");
    }

    /** What the script's header statements said. */
    public DeclaredHeader header() {
        return header;
    }

    @Override
    public @Nullable String irreversible() {
        return irreversible;
    }

    @Override
    public void upgrade(Channel channel) {
        ScriptRun run = started();
        Closure<?> body = run.script().direction("upgrade");
        if (body != null) {
            run(run, body, channel);
        } else {
            run(run, run.script().direction("change"), new ReversibleChannel(channel));
        }
    }

    @Override
    public void downgrade(Channel channel) {
        if (irreversible != null) {
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    Problem.at(Location.of(file), "This revision cannot be downgraded: " + irreversible));
        }
        ScriptRun run = started();
        Closure<?> change = run.script().direction("change");
        if (change == null) {
            run(run, run.script().direction("downgrade"), channel);
            return;
        }
        RecordingChannel recording = new RecordingChannel(file, channel.dialect(), channel.isOffline(), channel);
        run(run, change, recording);
        if (!recording.problems().isEmpty()) {
            throw new RetortException(RetortException.Kind.FAILED, recording.problems());
        }
        recording
                .inverses()
                .forEach(undoing -> ScriptTrace.at(undoing.line(), channel, () -> channel.apply(undoing.operation())));
    }

    private ScriptRun started() {
        ScriptRun run = runs.get();
        run.inside(run.script()::run);
        return run;
    }

    private void run(ScriptRun run, @Nullable Closure<?> body, Channel channel) {
        if (body != null) {
            run.inside(() -> Closures.call(body, new Operations(new WatchedChannel(file, channel, run), run.naming())));
        }
    }

    /** What {@code change} does may depend on the dialect, and on whether it is run or written down: each is tried. */
    private List<Problem> derivation(ScriptRun run) {
        Set<Problem> problems = new LinkedHashSet<>();
        Closure<?> change = run.script().direction("change");
        if (change == null) {
            return List.of();
        }
        for (String dialect : Databases.ALL) {
            problems.addAll(derivation(run, change, new RecordingChannel(file, dialect, false, null)));
            problems.addAll(derivation(run, change, new RecordingChannel(file, dialect, true, null)));
        }
        return List.copyOf(problems);
    }

    private Set<Problem> derivation(ScriptRun run, Closure<?> change, RecordingChannel recording) {
        Set<Problem> problems = new LinkedHashSet<>();
        try {
            run(run, change, recording);
        } catch (ScriptFailed e) {
            if (e.isBeyondBudget()) {
                throw e;
            } else if (!recording.lackedArgument()) {
                problems.add(Problem.at(
                                e.thrown().line(),
                                "The way down of change cannot be derived: "
                                        + e.thrown().words())
                        .withHint("Write upgrade and downgrade instead of change."));
            }
        } catch (RetortException e) {
            problems.addAll(e.problems());
        }
        problems.addAll(recording.problems());
        return problems;
    }
}
