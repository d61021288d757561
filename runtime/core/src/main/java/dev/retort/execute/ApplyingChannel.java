package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.script.Channel;
import dev.retort.script.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what a script asks, at once, on a connection; what an earlier run has done already, it passes over. */
final class ApplyingChannel implements Channel {

    private final Dialect dialect;
    private final StatementRunner runner;
    private final Transaction transaction;
    private final Map<String, String> arguments;
    private final Journal journal;
    private final StandaloneRun standalone;
    private boolean autocommit;

    ApplyingChannel(Setup setup, StatementRunner runner, Transaction transaction, Journal journal) {
        this.dialect = setup.dialect();
        this.runner = runner;
        this.transaction = transaction;
        this.arguments = setup.arguments();
        this.journal = journal;
        this.standalone = new StandaloneRun(setup, runner, transaction, journal);
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
    public void apply(Operation operation) {
        if (journal.isBehind()) {
            journal.begin(operation);
            setUpConnection(operation);
            journal.end();
            arrive();
            return;
        }
        List<SqlStatement> statements = Rendering.statements(operation, dialect, runner);
        boolean alone = !autocommit && statements.stream().anyMatch(SqlStatement::outsideTransaction);
        if (alone) {
            commit();
        }
        journal.begin(operation);
        guarded(() -> {
            if (alone || autocommit) {
                applyAlone(operation, statements);
            } else {
                statements.stream().skip(journal.done()).forEach(runner::run);
                journal.end();
            }
            return null;
        });
        if (alone) {
            transaction.begin();
        }
    }

    /**
     * An operation of several statements is whole or not at all even here, unless the database refuses that; an
     * author's own several statements are what the author wanted to have run one by one.
     */
    private void applyAlone(Operation operation, List<SqlStatement> statements) {
        boolean together = !(operation instanceof Execute)
                && statements.stream().noneMatch(SqlStatement::outsideTransaction);
        if (together) {
            standalone.together(() -> {
                statements.forEach(runner::run);
                journal.end();
            });
        } else {
            statements.stream().skip(journal.done()).forEach(standalone::run);
            journal.end();
        }
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        boolean behind = journal.isBehind();
        journal.begin(sql, parameters);
        Optional<List<Row>> known = journal.answer();
        if (behind) {
            List<Row> rows = known.orElseGet(() -> runner.query(dialect.query(sql, parameters)));
            journal.end();
            arrive();
            return rows;
        }
        return guarded(() -> autocommit ? standalone.together(() -> ask(sql, parameters)) : ask(sql, parameters));
    }

    private List<Row> ask(String sql, Map<String, @Nullable Object> parameters) {
        List<Row> rows = runner.query(dialect.query(sql, parameters));
        journal.answered(rows);
        journal.end();
        return rows;
    }

    @Override
    public void beginAutocommit() {
        autocommit = true;
        if (!journal.isBehind()) {
            commit();
        }
    }

    @Override
    public void endAutocommit() {
        autocommit = false;
        if (!journal.isBehind()) {
            transaction.begin();
        }
    }

    private void commit() {
        journal.record();
        transaction.commit();
    }

    /** Where the script goes on, it finds the connection as if it had never been interrupted. */
    private void arrive() {
        if (!journal.isBehind() && autocommit) {
            transaction.abandon();
        }
    }

    private void setUpConnection(Operation operation) {
        if (operation instanceof Execute) {
            dialect.statements(operation, runner).stream()
                    .filter(dialect::setsUpConnection)
                    .forEach(runner::repeat);
        }
    }

    private interface Work<R> {
        R run();
    }

    private <R extends @Nullable Object> R guarded(Work<R> work) {
        try {
            return work.run();
        } catch (RuntimeException e) {
            journal.failed();
            throw e;
        }
    }
}
