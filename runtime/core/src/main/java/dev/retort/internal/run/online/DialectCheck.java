package dev.retort.internal.run.online;

import dev.retort.Direction;
import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Step;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ServerVersion;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.Work;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.ScriptProblems;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import dev.retort.internal.script.ScriptFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the scripts of a plan are going to ask for against what the database can do, before anything is done. The
 * closures run as far as they need no answer from the database; what fails in them for other reasons is reported by the run,
 * unless it is that they take more than they may: the run would only take it again.
 */
public final class DialectCheck {

    private final RunContext context;
    private final boolean offline;
    private final Optional<ServerVersion> server;

    /**
     * @param offline SQL is only written down
     * @param server empty where no database is at hand
     */
    public DialectCheck(RunContext context, boolean offline, Optional<ServerVersion> server) {
        this.context = context;
        this.offline = offline;
        this.server = server;
    }

    /** @throws RetortException where there are any */
    public void refuse(Set<Problem> problems) {
        if (!problems.isEmpty()) {
            throw context.secrets().hidden(new RetortException(Kind.SCRIPT, List.copyOf(problems)));
        }
    }

    /** What a step asks for that the database does not know, each with its place in its script. */
    public Set<Problem> problems(Step step) {
        StepScript script = context.scripts().apply(step.revision().id());
        Looking channel = new Looking(script);
        try {
            if (step.direction() == Direction.UP || script.irreversible() == null) {
                script.look(step.direction(), channel);
            }
        } catch (RetortException e) {
            if (e.kind() == Kind.SCRIPT || e instanceof ScriptFailed failed && failed.isBeyondBudget()) {
                channel.problems.addAll(e.problems());
            }
        } catch (RuntimeException | StackOverflowError e) {
            // The run reports it, or does not come to it.
        }
        return channel.problems.all();
    }

    /** A question was asked; what comes after it depends on the answer. */
    private static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1;

        Asked() {
            super("no answer yet", null, false, false);
        }
    }

    private final class Looking implements Channel {
        private final StepScript script;
        private final Dialect dialect = context.dialect();
        private final ScriptProblems problems;

        Looking(StepScript script) {
            this.script = script;
            this.problems = new ScriptProblems(script.file());
        }

        @Override
        public void at(Location next) {
            problems.at(next);
        }

        @Override
        public String dialect() {
            return dialect.name();
        }

        @Override
        public @Nullable String argument(String name) {
            return context.arguments().get(name);
        }

        @Override
        public boolean isOffline() {
            return offline;
        }

        @Override
        public long apply(Operation operation) {
            problems.collect(() -> look(operation));
            return 0;
        }

        @Override
        public boolean has(CatalogQuestion question) {
            throw new Asked();
        }

        @Override
        public List<String> enumValues(QualifiedName enumeration) {
            throw new Asked();
        }

        private void look(Operation operation) {
            if (operation instanceof Work work) {
                work.accept(new CheckedWork()).run();
            } else {
                dialect.spelling().check(operation).forEach(this::look);
            }
        }

        /** How each kind of the engine's work is looked at. */
        private final class CheckedWork implements Work.Visitor<Runnable> {

            @Override
            public Runnable execute(Execute operation) {
                return () -> dialect.spelling().check(operation).forEach(statement -> look(statement));
            }

            /** What none may run was looked for when the script was compiled. */
            @Override
            public Runnable executeFile(ExecuteFile operation) {
                return () -> {
                    if (server.isPresent()) {
                        new ScriptFiles(script.files(), dialect).sql(operation).each(statement -> look(statement));
                    }
                };
            }

            /** Its rows are read when they are loaded. */
            @Override
            public Runnable bulkInsert(BulkInsert operation) {
                return () -> {};
            }

            @Override
            public Runnable backfill(Backfill operation) {
                return () -> dialect.spelling().check(operation).forEach(statement -> look(statement));
            }
        }

        private void look(SqlStatement statement) {
            server.ifPresent(version -> dialect.spelling().check(statement, version));
        }

        @Override
        public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
            problems.collect(() -> look(dialect.spelling().query(sql, parameters)));
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
