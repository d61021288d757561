package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.script.Channel;
import dev.retort.script.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what a script asks, at once, on a connection. */
final class ApplyingChannel implements Channel {

    private final Dialect dialect;
    private final StatementRunner runner;
    private final Transaction transaction;
    private final Map<String, String> arguments;
    private boolean autocommit;
    private boolean committed;

    ApplyingChannel(Dialect dialect, StatementRunner runner, Transaction transaction, Map<String, String> arguments) {
        this.dialect = dialect;
        this.runner = runner;
        this.transaction = transaction;
        this.arguments = arguments;
    }

    /** Whether a part of the script can no longer be undone. */
    boolean hasCommitted() {
        return committed;
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
        List<SqlStatement> statements = dialect.statements(operation, runner);
        if (autocommit) {
            applyAlone(operation, statements);
        } else if (statements.stream().anyMatch(SqlStatement::outsideTransaction)) {
            beginAutocommit();
            applyAlone(operation, statements);
            endAutocommit();
        } else {
            statements.forEach(runner::run);
        }
    }

    /**
     * An operation of several statements is whole or not at all even here, unless the database refuses that; an
     * author's own several statements are what the author wanted to have run one by one.
     */
    private void applyAlone(Operation operation, List<SqlStatement> statements) {
        boolean together = statements.size() > 1
                && !(operation instanceof Execute)
                && statements.stream().noneMatch(SqlStatement::outsideTransaction);
        if (together) {
            transaction.begin();
        }
        statements.forEach(runner::run);
        if (together) {
            transaction.commit();
        }
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return runner.query(dialect.query(sql, parameters));
    }

    @Override
    public void beginAutocommit() {
        transaction.commit();
        committed = true;
        autocommit = true;
    }

    @Override
    public void endAutocommit() {
        autocommit = false;
        transaction.begin();
    }
}
