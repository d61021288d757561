package dev.retort.internal.script;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import groovy.lang.Closure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A migration that a compiled script describes. Each run has an instance of the script of its own, so that nothing is left
 * over from the run before.
 */
public final class ScriptMigration implements Migration {

    private final String file;
    private final ScriptRuns<MigrationScript> runs;
    private final DeclaredHeader header;
    private final @Nullable String irreversible;
    /** The instance whose own statements said all this; the first run goes on with it. */
    private final AtomicReference<@Nullable ScriptRun<MigrationScript>> first = new AtomicReference<>();

    private ScriptMigration(
            String file, ScriptRuns<MigrationScript> runs, DeclaredHeader header, @Nullable String irreversible) {
        this.file = file;
        this.runs = runs;
        this.header = header;
        this.irreversible = irreversible;
    }

    /**
     * Runs the script's own statements, though none of its closures, and derives the downgrade of a {@code change}.
     *
     * @throws RetortException with all that is wrong
     */
    public static ScriptMigration of(String file, ScriptRuns<MigrationScript> runs) {
        try {
            ScriptRun<MigrationScript> run = runs.start(started -> {});
            MigrationScript script = run.script();
            ScriptMigration migration = new ScriptMigration(file, runs, script.header(), script.said("irreversible"));
            if (script.direction("change") == null) {
                migration.first.set(run);
                return migration;
            }
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
        run(channel, script -> {
            Closure<?> body = script.direction("upgrade");
            return body != null
                    ? new Part(body, channel)
                    : new Part(script.direction("change"), new ReversibleChannel(channel));
        });
    }

    @Override
    public void downgrade(Channel channel) {
        if (irreversible != null) {
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    Problem.at(Location.of(file), "This revision cannot be downgraded: " + irreversible));
        }
        RecordingChannel recording = new RecordingChannel(file, channel.dialect(), channel.isOffline(), channel);
        run(channel, script -> {
            Closure<?> change = script.direction("change");
            return change == null ? new Part(script.direction("downgrade"), channel) : new Part(change, recording);
        });
        if (!recording.problems().isEmpty()) {
            throw new RetortException(RetortException.Kind.FAILED, recording.problems());
        }
        recording
                .inverses()
                .forEach(undoing -> ScriptTrace.at(undoing.line(), channel, () -> channel.apply(undoing.operation())));
    }

    /** @param body null where the script has none for this direction, so that nothing is to be done */
    private record Part(@Nullable Closure<?> body, Channel channel) {}

    private void run(Channel channel, Function<MigrationScript, Part> choice) {
        String dialect = channel.dialect();
        Consumer<ScriptRun<MigrationScript>> work = run -> {
            Part part = choice.apply(run.script());
            if (part.body() != null) {
                call(run, part.body(), part.channel(), dialect);
            }
        };
        ScriptRun<MigrationScript> begun = first.getAndSet(null);
        if (begun != null) {
            begun.inside(() -> work.accept(begun));
        } else {
            runs.start(work);
        }
    }

    private void call(ScriptRun<MigrationScript> run, Closure<?> body, Channel channel, String dialect) {
        Closures.call(
                body, new Operations(new WatchedChannel(file, channel, dialect, run), run.naming(), run.databases()));
    }

    /** What {@code change} does may depend on the dialect, and on whether it is run or written down: each is tried. */
    private List<Problem> derivation(ScriptRun<MigrationScript> run) {
        Set<Problem> problems = new LinkedHashSet<>();
        Closure<?> change = run.script().direction("change");
        if (change == null) {
            return List.of();
        }
        for (String dialect : run.databases().names()) {
            RecordingChannel online = new RecordingChannel(file, dialect, false, null);
            problems.addAll(derivation(run, change, online));
            if (online.wasAskedWhetherOffline()) {
                problems.addAll(derivation(run, change, new RecordingChannel(file, dialect, true, null)));
            }
        }
        return List.copyOf(problems);
    }

    private Set<Problem> derivation(ScriptRun<MigrationScript> run, Closure<?> change, RecordingChannel recording) {
        Set<Problem> problems = new LinkedHashSet<>();
        try {
            run.inside(() -> call(run, change, recording, recording.dialect()));
        } catch (ScriptFailed e) {
            if (e.isBeyondBudget()) {
                throw e;
            } else if (!recording.lackedArgument()) {
                problems.add(Problem.at(
                                e.thrown().line(),
                                "The downgrade of change cannot be derived: "
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
