package dev.retort.internal.verify;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.Step;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.sql.Excerpt;
import dev.retort.internal.sql.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedSet;

/** What is written instead of being run leads to the same schema, and back. */
final class OfflineCheck implements CheckWork {

    private final Subject subject;
    private final Climb climb;
    private final Optional<Step> irreversible;

    OfflineCheck(Subject subject, Climb climb, Optional<Step> irreversible) {
        this.subject = subject;
        this.climb = climb;
        this.irreversible = irreversible;
    }

    @Override
    public void run(Report report) throws SQLException {
        String start = subject.from().isEmpty() ? "base" : String.join(",", subject.from());
        Schema top = climb.top();
        SchemaWords words = new SchemaWords(subject);
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        try {
            subject.offline().upgrade(start + ":" + subject.request().to(), up);
        } catch (RetortException e) {
            throw new CheckImpossible("It cannot be written: " + first(e));
        }
        try (ScratchRun run = subject.start()) {
            if (!ran(run, up, "The SQL of the upgrade fails", report)) {
                return;
            }
            words.compare(
                    report, "The SQL of the upgrade leads to another schema than the upgrade.", run.schema(), top);
            if (irreversible.isPresent()
                    || subject.steps().isEmpty()
                    || !subject.from().isEmpty()) {
                return;
            }
            SortedSet<String> rows = subject.plan().rows();
            try {
                subject.offline().downgrade(String.join(",", rows) + ":base", down);
            } catch (RetortException e) {
                report.remark("The downgrade cannot be written: " + first(e));
                return;
            }
            if (ran(run, down, "The SQL of the downgrade fails", report)) {
                words.compare(
                        report, "The SQL of the downgrade does not remove everything.", run.schema(), climb.bottom());
            }
        }
    }

    /** As psql and sqlite3 do: statement after statement, in no transaction but the script's own. */
    private boolean ran(ScratchRun run, CharSequence script, String sentence, Report report) throws SQLException {
        try (Connection connection = run.open();
                Statement statement = connection.createStatement()) {
            // A brace is not JDBC's escape.
            statement.setEscapeProcessing(false);
            for (SqlScript.Part part : SqlScript.split(
                    script.toString(), subject.dialect().spelling().syntax())) {
                try {
                    statement.execute(part.sql());
                } catch (SQLException e) {
                    report.fail(sentence + ": " + e.getMessage(), "At: " + Excerpt.of(part.sql()));
                    return false;
                }
            }
            return true;
        }
    }

    private static String first(RetortException failure) {
        Problem problem = failure.problems().get(0);
        return (problem.location() == null ? "" : problem.location() + ": ") + problem.sentence();
    }
}
