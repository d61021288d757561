package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.graph.Step;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ExecuteFile;
import dev.retort.operation.Operation;
import dev.retort.script.Channel;
import dev.retort.script.Row;
import dev.retort.script.ScriptTrace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the scripts of a plan are going to ask for against what the database can do, before anything is done. The
 * closures run as far as they need no answer from the database; what fails in them for other reasons is told by the run.
 */
public final class DialectCheck {

    private final Setup setup;
    private final boolean offline;

    /** @param offline SQL is only written down */
    public DialectCheck(Setup setup, boolean offline) {
        this.setup = setup;
        this.offline = offline;
    }

    /** @throws RetortException with all that the database does not know, each with its place in its script */
    public void check(Plan plan) {
        Set<Problem> problems = new LinkedHashSet<>();
        for (Step step : plan.steps()) {
            problems.addAll(problems(step));
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, List.copyOf(problems));
        }
    }

    private Set<Problem> problems(Step step) {
        StepScript script = setup.scripts().apply(step.revision().id());
        Looking channel = new Looking(setup.dialect(), setup.arguments(), offline, script.file());
        try {
            if (step.direction() == Direction.UP) {
                script.migration().upgrade(channel);
            } else if (script.migration().irreversible() == null) {
                script.migration().downgrade(channel);
            }
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // The run tells it, or does not come to it.
        }
        return channel.problems;
    }

    /** A question was asked; what comes after it depends on the answer. */
    private static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1;

        Asked() {
            super("no answer yet", null, false, false);
        }
    }

    private static final class Looking implements Channel {
        private final Dialect dialect;
        private final Map<String, String> arguments;
        private final boolean offline;
        private final String file;
        private final Set<Problem> problems = new LinkedHashSet<>();

        Looking(Dialect dialect, Map<String, String> arguments, boolean offline, String file) {
            this.dialect = dialect;
            this.arguments = arguments;
            this.offline = offline;
            this.file = file;
        }

        @Override
        public String dialect() {
            return dialect.name();
        }

        @Override
        public @Nullable String argument(String name) {
            return arguments.get(name);
        }

        @Override
        public boolean isOffline() {
            return offline;
        }

        @Override
        public void apply(Operation operation) {
            if (operation instanceof BulkInsert || operation instanceof ExecuteFile) {
                // What their files hold is looked at where they are read.
                return;
            }
            try {
                dialect.check(operation);
            } catch (RetortException e) {
                Location here = ScriptTrace.here(file);
                e.problems()
                        .forEach(problem -> problems.add(new Problem(
                                problem.location() == null ? here : problem.location(),
                                problem.sentence(),
                                problem.hint())));
            }
        }

        @Override
        public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
            throw new Asked();
        }

        @Override
        public void beginAutocommit() {
            // Nothing is done, so nothing is committed.
        }

        @Override
        public void endAutocommit() {
            // Likewise.
        }
    }
}
