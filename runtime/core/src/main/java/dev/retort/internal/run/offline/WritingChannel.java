package dev.retort.internal.run.offline;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.load.RowReader;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowFile;
import dev.retort.internal.operation.Work;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.load.GivenNumbers;
import dev.retort.internal.run.load.JsonObjects;
import dev.retort.internal.run.load.PendingNumbers;
import dev.retort.internal.run.load.RowLoader;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a script asks into a script of SQL. */
final class WritingChannel implements Channel {

    private final Dialect dialect;
    private final SqlScriptWriter script;
    private final Map<String, String> arguments;
    private final ScriptFiles files;
    private final PendingNumbers numbers;
    private boolean autocommit;
    /** Something was added that cannot be used before the transaction is committed. */
    private boolean waiting;

    WritingChannel(Dialect dialect, SqlScriptWriter script, Map<String, String> arguments, ScriptFiles files) {
        this.dialect = dialect;
        this.script = script;
        this.arguments = arguments;
        this.files = files;
        this.numbers = new PendingNumbers(dialect.loading(), statement -> write(List.of(statement)));
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
        return true;
    }

    @Override
    public long apply(Operation operation) {
        numbers.before(operation);
        boolean waits = !autocommit && dialect.sessions().takesEffectAtCommit(operation);
        if (waiting && !waits) {
            beginAutocommit();
            endAutocommit();
        }
        if (operation instanceof Work work) {
            work.accept(new OfflineWork()).run();
        } else if (operation instanceof CheckInverse) {
            check(script.statements(operation));
        } else {
            write(script.statements(operation));
            if (operation instanceof InsertRows insert) {
                number(insert.table(), GivenNumbers.of(insert.rows()));
            }
        }
        waiting |= waits;
        return 0;
    }

    /** How each kind of the engine's work is written. */
    private final class OfflineWork implements Work.Visitor<Runnable> {

        @Override
        public Runnable execute(Execute operation) {
            return () -> write(script.statements(operation));
        }

        @Override
        public Runnable executeFile(ExecuteFile operation) {
            return () -> files.sql(operation).each(statement -> write(List.of(statement)));
        }

        @Override
        public Runnable bulkInsert(BulkInsert operation) {
            return () -> load(operation);
        }

        @Override
        public Runnable backfill(Backfill operation) {
            return () -> {
                script.comment(
                        "The backfill of " + operation.table() + ", at once: a script of SQL commits no batches.");
                write(script.statements(operation));
            };
        }
    }

    private void load(BulkInsert operation) {
        Catalog catalog = script.canLook() ? script : null;
        if (catalog == null && operation.rows() instanceof RowFile.JsonLines lines && writtenAsJson(operation, lines)) {
            return;
        }
        RowLoader loader = new RowLoader(
                dialect.loading(), catalog, null, insert -> write(script.statements(insert)), files::rows);
        number(operation.table(), loader.load(operation));
    }

    private void check(List<SqlStatement> statements) {
        if (!statements.isEmpty()) {
            script.comment("Whether a downgrade would bring back all that the next change takes away.");
            write(statements);
        }
    }

    private void number(QualifiedName table, List<String> columns) {
        numbers.add(table, columns);
        if (autocommit) {
            numbers.settle();
        }
    }

    /** To be called when the script has come to its end. */
    void finish() {
        numbers.settle();
    }

    /** Only the column's type says whether a text of JSON stays one; where nobody can be asked for it, the server decides. */
    private boolean writtenAsJson(BulkInsert operation, RowFile.JsonLines lines) {
        try (RowReader reader = RowReader.open(lines, files.rows(lines))) {
            JsonObjects objects = new JsonObjects(reader);
            for (String some = objects.next(); some != null; some = objects.next()) {
                Optional<SqlStatement> insert =
                        dialect.loading().insertOfJson(operation.table(), reader.columns(), some);
                if (insert.isEmpty()) {
                    return false;
                }
                write(List.of(insert.get()));
            }
            number(operation.table(), reader.columns());
            return true;
        }
    }

    private void write(List<SqlStatement> statements) {
        boolean alone = !autocommit && statements.stream().anyMatch(SqlStatement::outsideTransaction);
        if (alone) {
            beginAutocommit();
        }
        if (!autocommit) {
            statements.forEach(script::write);
        } else if (statements.stream().allMatch(this::runsInTransaction)) {
            together(() -> statements.forEach(script::write));
        } else {
            statements.forEach(this::writeAlone);
        }
        if (alone) {
            endAutocommit();
        }
    }

    private void writeAlone(SqlStatement statement) {
        if (runsInTransaction(statement)) {
            together(() -> script.write(statement));
        } else if (dialect.sessions().setsUpConnection(statement)) {
            script.write(statement);
        } else {
            script.writeAlone(statement);
        }
    }

    private boolean runsInTransaction(SqlStatement statement) {
        return !statement.outsideTransaction()
                && !dialect.sessions().setsUpConnection(statement)
                && dialect.sessions().runsInTransaction(statement);
    }

    /** What may as well run in a transaction is guarded better there. */
    private void together(Runnable work) {
        script.begin();
        work.run();
        script.commit();
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        throw unanswered();
    }

    @Override
    public boolean has(CatalogQuestion question) {
        throw unanswered();
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        throw new RetortException(
                Kind.SCRIPT,
                Problem.of("The values of the enum \"" + enumeration
                                + "\" cannot be looked at while SQL is only written down.")
                        .withHint("Say what they are before: enumValues '" + enumeration + "', […], was: […]."));
    }

    private static RetortException unanswered() {
        return new RetortException(
                Kind.SCRIPT,
                Problem.of("This revision asks the database, which cannot be done while SQL is only written down.")
                        .withHint("Put what asks into online { … }, and what the script is to hold instead into"
                                + " offline { … }; or say both as one statement (INSERT … SELECT, UPDATE … FROM)."));
    }

    @Override
    public void beginAutocommit() {
        numbers.settle();
        script.commitPart();
        waiting = false;
        autocommit = true;
    }

    @Override
    public void endAutocommit() {
        autocommit = false;
        script.begin();
    }
}
