package dev.retort.internal.run.load;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.RowSink.FailedRow;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.load.DumpReader;
import dev.retort.internal.load.SqlText;
import dev.retort.internal.load.SqlText.Rows;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.run.statement.SqlFailure;
import dev.retort.internal.sql.SqlFault;
import dev.retort.internal.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of SQL beside a script: its statements, and where each of them is. */
public final class SqlFile {

    /** Statements are made in memory; beyond this a file is rows, for which there are better ways. */
    private static final int LARGEST = 32 << 20;

    private final SqlText text;
    private final List<SqlScript.Part> parts;
    private final Dialect dialect;
    private final FileValues values;

    private SqlFile(DataFile file, Dialect dialect, FileValues values) {
        this.values = values;
        this.dialect = dialect;
        boolean dump = dialect.has(Capability.ROWS_IN_DUMPS);
        this.text = dump ? DumpReader.read(file, dialect.spelling().syntax(), LARGEST) : SqlText.plain(file, LARGEST);
        try {
            this.parts = dump
                    ? SqlScript.splitDump(text.text(), dialect.spelling().syntax())
                    : SqlScript.split(text.text(), dialect.spelling().syntax());
        } catch (SqlFault e) {
            throw e.at(text.place(e.offset()));
        }
    }

    /** @throws RetortException where the operation gives a value that the file does not read */
    public static SqlFile read(DataFile file, Dialect dialect, ExecuteFile operation) {
        SqlFile sql = new SqlFile(file, dialect, FileValues.of(operation, dialect.spelling()));
        sql.values.check(sql.text.text());
        return sql;
    }

    /**
     * Looks through the files of SQL before anything is run.
     *
     * @throws RetortException of the kind SCRIPT with all that no migration may run, each with its place in its file
     */
    public static void check(DataFiles files, Dialect dialect) {
        List<Problem> problems = new ArrayList<>();
        for (DataFile file : files.all()) {
            if (file.sql()) {
                try {
                    problems.addAll(new SqlFile(file, dialect, FileValues.anything(dialect.spelling())).problems());
                } catch (RetortException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (SqlScript.Part part : parts) {
            try {
                statement(part);
            } catch (RetortException e) {
                e.problems().forEach(problem -> problems.add(located(problem, part.start())));
            }
        }
        return problems;
    }

    /** What is done with one statement. */
    public interface Use {
        void of(SqlStatement statement);
    }

    /** All of them, checked. */
    public List<SqlStatement> statements() {
        List<SqlStatement> statements = new ArrayList<>();
        each(statements::add);
        return statements;
    }

    /** What is done with one statement, and where it is. */
    public interface PlacedUse {
        void of(SqlStatement statement, Location place);
    }

    /** Uses the statements one by one; what goes wrong with one is reported with its place. */
    public void each(Use use) {
        eachOf(part -> use.of(statement(part)));
    }

    /** The same, with their places. */
    public void eachPlaced(PlacedUse use) {
        eachOf(part -> use.of(statement(part), text.place(part.start())));
    }

    private void eachOf(Consumer<SqlScript.Part> use) {
        for (SqlScript.Part part : parts) {
            try {
                use.accept(part);
            } catch (RetortException e) {
                Location place = place(part, e);
                List<Problem> problems = e.problems().stream()
                        .map(problem -> new Problem(place, problem.sentence(), problem.hint()))
                        .toList();
                throw new RetortException(e.kind(), problems, e);
            }
        }
    }

    private Location place(SqlScript.Part part, RetortException reason) {
        if (!(reason instanceof SqlFailure failure)) {
            return text.place(part.start());
        }
        Rows rows = rows(part);
        FailedRow row = failure.row().orElse(null);
        int within = Math.max(0, failure.error().position() - 1);
        return rows == null || row == null
                ? text.place(part.start() + Math.min(within, part.sql().length()))
                : text.place(rows, row.number());
    }

    /** The rows that follow a statement; null where none do. */
    private @Nullable Rows rows(SqlScript.Part part) {
        int end = part.start() + part.sql().length();
        return text.rows().stream()
                .filter(rows -> rows.at() > end)
                .findFirst()
                .filter(rows -> text.text().substring(end, rows.at()).strip().equals(";"))
                .orElse(null);
    }

    private SqlStatement statement(SqlScript.Part part) {
        Rows rows = rows(part);
        if (rows != null) {
            return SqlStatement.copying(part.sql(), () -> text.open(rows));
        }
        return dialect.spelling()
                .statements(values.into(part.sql()), (sql, parameters) -> List.of())
                .get(0);
    }

    private Problem located(Problem problem, int offset) {
        return new Problem(text.place(offset), problem.sentence(), problem.hint());
    }
}
