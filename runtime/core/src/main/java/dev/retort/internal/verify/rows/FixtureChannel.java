package dev.retort.internal.verify.rows;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.operation.Work;
import dev.retort.internal.run.Rendering;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.load.GivenNumbers;
import dev.retort.internal.run.load.PendingNumbers;
import dev.retort.internal.run.load.RowLoader;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what a fixture asks for, as far as that concerns rows. */
final class FixtureChannel implements Channel {

    private final Dialect dialect;
    private final StatementRunner runner;
    private final ScriptFiles files;
    private final List<String> lines;
    private final PendingNumbers numbers;
    private Location statement;

    FixtureChannel(Dialect dialect, StatementRunner runner, ScriptFiles files, ScriptSource source) {
        this.dialect = dialect;
        this.runner = runner;
        this.files = files;
        this.lines = source.text().lines().toList();
        this.numbers = new PendingNumbers(dialect.loading(), runner::look);
        this.statement = Location.of(source.file());
    }

    /** What is refused is a problem of the statement that was run last, where the file says nothing nearer. */
    void placing(Runnable work) {
        try {
            work.run();
        } catch (RetortException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> new Problem(
                            placed(problem.location() == null ? statement : problem.location()),
                            problem.sentence(),
                            problem.hint()))
                    .toList();
            throw new RetortException(e.kind(), problems, e);
        }
    }

    /** Where the statement begins, of which the line alone is known. */
    private Location placed(Location location) {
        int line = location.line();
        if (!location.file().equals(statement.file()) || line < 1 || line > lines.size() || location.column() > 0) {
            return location;
        }
        String text = lines.get(line - 1);
        return new Location(
                location.file(), line, text.length() - text.stripLeading().length() + 1);
    }

    /** To be called when the script has come to its end. */
    void finish() {
        numbers.settle();
    }

    @Override
    public void at(Location line) {
        statement = line;
    }

    @Override
    public String dialect() {
        return dialect.name();
    }

    @Override
    public @Nullable String argument(String name) {
        return null;
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public long apply(Operation operation) {
        numbers.before(operation);
        long before = runner.changed();
        if (operation instanceof Work work) {
            work.accept(new RowWork());
        } else if (operation instanceof InsertRows
                || operation instanceof UpdateRows
                || operation instanceof DeleteRows) {
            Rendering.statements(operation, dialect, runner).forEach(runner::run);
        } else {
            throw refusal("A fixture changes rows, and nothing else of a database.");
        }
        if (operation instanceof InsertRows insert) {
            numbers.add(insert.table(), GivenNumbers.of(insert.rows()));
        }
        return operation.countsRows() ? runner.changed() - before : 0;
    }

    private RetortException refusal(String sentence) {
        return new RetortException(
                Kind.SCRIPT,
                Problem.at(placed(statement), sentence)
                        .withHint("It is loaded before its revision, and what is there then is what the chain makes."));
    }

    /** How rows get into tables here. */
    private final class RowWork implements Work.Visitor<Boolean> {

        @Override
        public Boolean execute(Execute operation) {
            Rendering.statements(operation, dialect, runner).forEach(runner::run);
            return true;
        }

        @Override
        public Boolean executeFile(ExecuteFile operation) {
            files.sql(operation).each(runner::run);
            return true;
        }

        @Override
        public Boolean bulkInsert(BulkInsert operation) {
            Consumer<InsertRows> inserts =
                    rows -> dialect.spelling().statements(rows, runner).forEach(runner::run);
            RowLoader loader = new RowLoader(dialect.loading(), runner, runner, inserts, files::rows);
            numbers.add(operation.table(), loader.load(operation));
            return true;
        }

        @Override
        public Boolean backfill(Backfill operation) {
            throw refusal("A fixture has few rows, and no use for a backfill.");
        }
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return query(sql, parameters, Limits.NONE);
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters, Limits limits) {
        numbers.settle();
        return runner.query(dialect.spelling().query(sql, parameters), limits);
    }

    @Override
    public boolean has(CatalogQuestion question) {
        return dialect.reading().has(question, runner);
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        return dialect.reading().enumValues(enumeration, runner);
    }

    @Override
    public void beginAutocommit() {
        throw refusal("A fixture is loaded in one transaction.");
    }

    @Override
    public void endAutocommit() {
        throw refusal("A fixture is loaded in one transaction.");
    }
}
