package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.operation.Operation;
import dev.retort.script.Channel;
import dev.retort.script.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a script asks into a script of SQL. */
final class WritingChannel implements Channel {

    private final Dialect dialect;
    private final SqlScriptWriter script;
    private final Map<String, String> arguments;
    private boolean autocommit;

    WritingChannel(Dialect dialect, SqlScriptWriter script, Map<String, String> arguments) {
        this.dialect = dialect;
        this.script = script;
        this.arguments = arguments;
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
        List<SqlStatement> statements = Rendering.statements(operation, dialect, script);
        boolean alone = !autocommit && statements.stream().anyMatch(SqlStatement::outsideTransaction);
        if (alone) {
            beginAutocommit();
        }
        statements.forEach(script::write);
        if (alone) {
            endAutocommit();
        }
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        throw new RetortException(
                Kind.SCRIPT,
                Problem.of("This revision asks the database, which cannot be done while SQL is only written down.")
                        .withHint("Run it without --sql, or say it as one statement"
                                + " (INSERT … SELECT, UPDATE … FROM)."));
    }

    @Override
    public void beginAutocommit() {
        script.commit();
        autocommit = true;
    }

    @Override
    public void endAutocommit() {
        autocommit = false;
        script.begin();
    }
}
