package dev.retort.execute;

import dev.retort.chain.DataFiles;
import dev.retort.chain.DataFiles.DataFile;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.load.Utf8File;
import dev.retort.operation.Execute;
import dev.retort.sql.SqlFault;
import dev.retort.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of SQL beside a script: its statements, and where each of them stands. */
public final class SqlFile {

    /** Statements are made in memory; beyond this a file is rows, for which there are better ways. */
    private static final int LARGEST = 32 << 20;

    private final DataFile file;
    private final String text;
    private final List<SqlScript.Part> parts;
    private final Dialect dialect;

    private SqlFile(DataFile file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.text = Utf8File.text(file, LARGEST);
        try {
            this.parts = SqlScript.split(text, dialect.syntax());
        } catch (SqlFault e) {
            throw e.in(file.display());
        }
    }

    static SqlFile read(DataFile file, Dialect dialect) {
        return new SqlFile(file, dialect);
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
                    problems.addAll(read(file, dialect).problems());
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
    interface Use {
        void of(SqlStatement statement);
    }

    /** All of them, checked. */
    List<SqlStatement> statements() {
        List<SqlStatement> statements = new ArrayList<>();
        each(statements::add);
        return statements;
    }

    /** Uses the statements one by one; what goes wrong with one is told with its place. */
    void each(Use use) {
        for (SqlScript.Part part : parts) {
            try {
                use.of(statement(part));
            } catch (RetortException e) {
                int within = e instanceof SqlFailure failure
                        ? Math.max(0, failure.error().position() - 1)
                        : 0;
                int offset = part.start() + Math.min(within, part.sql().length());
                List<Problem> problems = e.problems().stream()
                        .map(problem -> located(problem, offset))
                        .toList();
                throw new RetortException(e.kind(), problems, e);
            }
        }
    }

    private SqlStatement statement(SqlScript.Part part) {
        return dialect.statements(new Execute(part.sql(), Map.of()), (sql, parameters) -> List.of())
                .get(0);
    }

    private Problem located(Problem problem, int offset) {
        Location place = new Location(file.display(), SqlFault.line(text, offset), SqlFault.column(text, offset));
        return new Problem(place, problem.sentence(), problem.hint());
    }
}
