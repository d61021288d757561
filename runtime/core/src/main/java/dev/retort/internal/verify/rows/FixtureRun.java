package dev.retort.internal.verify.rows;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.load.SqlFile;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.sandbox.ScriptCompiler;
import dev.retort.internal.script.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Runs one fixture in a transaction of its own. */
final class FixtureRun {

    private final Connection connection;
    private final Dialect dialect;

    FixtureRun(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    void sql(Path file, String shown) throws SQLException {
        SqlFile sql = SqlFile.read(new DataFile(file, shown, true), dialect, new ExecuteFile(shown, null));
        sql.statements();
        inTransaction(shown, runner -> sql.each(runner::run));
    }

    void script(Path file, String shown) throws SQLException {
        ScriptSource source = ScriptSource.read(file, shown);
        Migration script = new ScriptCompiler().compileFixture(source);
        DataFiles files = DataFiles.of(RevisionFile.stored(file, source, withoutHeader(shown)));
        inTransaction(shown, runner -> {
            FixtureChannel channel = new FixtureChannel(dialect, runner, new ScriptFiles(files, dialect), source);
            channel.placing(() -> script.upgrade(channel));
            channel.finish();
        });
    }

    private static Header withoutHeader(String file) {
        return new Header(
                file,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                new StatementLimits(null, null),
                List.of(),
                List.of());
    }

    private void inTransaction(String shown, Consumer<StatementRunner> work) throws SQLException {
        try (Session session = dialect.sessions().session(connection)) {
            session.begin();
            try {
                work.accept(new StatementRunner(dialect, connection));
                session.own();
                session.commit();
            } catch (RetortException e) {
                session.rollback();
                throw placed(e, shown);
            } catch (SQLException | RuntimeException e) {
                session.rollback();
                throw e;
            }
        }
    }

    /** A fixture is to be corrected, whatever has refused it. */
    private static RetortException placed(RetortException failure, String file) {
        List<Problem> problems = failure.problems().stream()
                .map(problem -> problem.location() == null
                        ? new Problem(Location.of(file), problem.sentence(), problem.hint())
                        : problem)
                .toList();
        Kind kind = failure.kind() == Kind.UNREACHABLE ? Kind.UNREACHABLE : Kind.SCRIPT;
        return new RetortException(kind, problems, failure);
    }
}
