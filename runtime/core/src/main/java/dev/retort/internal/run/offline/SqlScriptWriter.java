package dev.retort.internal.run.offline;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.BoundSql;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.CopiedRows;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.GuardSql;
import dev.retort.internal.dialect.ScriptSession;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.run.Rendering;
import dev.retort.internal.run.ScriptText;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A script of SQL in the making. Where a database must be looked at to make SQL for it, the statements are also run on
 * a database in memory that has the same schema, so that each one is made against what the ones before it left.
 */
final class SqlScriptWriter implements Catalog {

    private final Dialect dialect;
    private final ScriptText out;
    private final @Nullable StatementRunner shadow;
    private GuardSql guard = GuardSql.NONE;
    private final ScriptSession session;

    SqlScriptWriter(Dialect dialect, ScriptText out, Optional<Connection> shadow) {
        this.dialect = dialect;
        this.out = out;
        this.shadow = shadow.map(connection -> new StatementRunner(dialect, connection))
                .orElse(null);
        this.session = dialect.scripts().scriptSession(shadow);
    }

    List<SqlStatement> statements(Operation operation) {
        return Rendering.statements(operation, dialect, this);
    }

    void write(SqlStatement statement) {
        CopiedRows rows = statement.copied();
        if (rows != null) {
            session.before(statement.sql()).forEach(this::line);
            append(session.beforeRows() + dialect.scripts().scriptText(statement.sql()) + ";\n");
            out.append(rows);
            append("\\.\n\n");
            session.note(statement.sql());
        } else {
            for (String sql : BoundSql.inlined(statement, dialect.spelling())) {
                line(sql);
                session.note(statement.sql());
            }
        }
        if (shadow != null) {
            shadow.run(statement);
        }
    }

    @Override
    public boolean canLook() {
        return shadow != null;
    }

    /** Guards the transactions from here on. */
    void guard(GuardSql step) {
        guard = step;
    }

    void begin() {
        List<String> begin = new ArrayList<>(List.of(dialect.sessions().beginStatement()));
        begin.addAll(session.among(guard.begin()));
        paragraph(begin);
    }

    void commit() {
        List<String> end = new ArrayList<>(guard.end());
        end.add("COMMIT");
        paragraph(end);
    }

    /** Writes a statement that runs outside of any transaction. */
    void writeAlone(SqlStatement statement) {
        paragraph(session.among(guard.alone()));
        write(statement);
        paragraph(guard.afterAlone());
    }

    /** Commits in the middle of a revision. */
    void commitPart() {
        commit();
        session.afterPart().forEach(this::line);
    }

    /** What comes now are Retort's own statements. */
    void own() {
        session.beforeOwn().forEach(this::line);
    }

    /** Commits a revision, and ends what it has set for the session. */
    void end() {
        commit();
        session.afterRevision().forEach(this::line);
    }

    void comment(String text) {
        append("-- " + text.replace("\n", "\n-- ") + "\n\n");
    }

    void line(String sql) {
        paragraph(List.of(sql));
    }

    /** Statements that belong together. */
    private void paragraph(List<String> statements) {
        statements.stream()
                .flatMap(sql -> Stream.concat(session.before(sql).stream(), Stream.of(sql)))
                .forEach(sql -> append(dialect.scripts().scriptText(sql.stripTrailing()) + ";\n"));
        append(statements.isEmpty() ? "" : "\n");
    }

    @Override
    public List<Row> query(String sql, Object... parameters) {
        if (shadow == null) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("This change must look at the database, which cannot be done while SQL is only"
                                    + " written down.")
                            .withHint("Run it without --sql."));
        }
        return shadow.query(sql, parameters);
    }

    private void append(String text) {
        out.append(text);
    }
}
