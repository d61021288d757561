package dev.retort.internal.run.rehearse;

import dev.retort.Location;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Effects;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.dialect.Stage;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.statement.SqlFailure;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.sql.Excerpt;
import dev.retort.internal.sql.Secrets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what one script's statements do, while they are run. */
final class RehearsalNotes implements StatementRunner.Listener {

    private static final String SAVEPOINT = "retort_rehearsal";

    /** What is shown of a statement. */
    private static final int LONGEST = 10_000;

    private final Dialect dialect;
    private final Secrets secrets;
    private final Stage stage;
    private final List<Rehearsed> statements = new ArrayList<>();
    private final Map<Place, Integer> places = new HashMap<>();
    private Location line;
    private @Nullable String whole;
    private long lookingNanos;

    private record Place(String sql, Location where, String reason) {}

    RehearsalNotes(RunContext context, Stage stage, String file) {
        this.dialect = context.dialect();
        this.secrets = context.secrets();
        this.stage = stage;
        this.line = Location.of(file);
    }

    /** What comes next is asked for by this line of the script. */
    void at(Location next) {
        line = next;
    }

    /** Passes over what was done for Retort's own sake. */
    void skip() {
        effects("COMMIT");
    }

    @Override
    public void ran(String sql, Duration duration, long rows) {
        long counted = dialect.execution().countsRows(sql) ? rows : 0;
        String shown = whole == null ? sql : whole;
        add(new Rehearsed(shown(shown), line, "", 1, duration, counted, effects(sql)));
    }

    /** A question, which the driver has nothing to do with. */
    void asked(String sql, Duration duration, int rows) {
        add(new Rehearsed(shown(sql), line, "", 1, duration, rows, effects(sql)));
    }

    void notRun(String sql, String reason) {
        add(Rehearsed.not(shown(sql), line, reason));
    }

    private String shown(String sql) {
        return Excerpt.of(secrets.hidden(sql), LONGEST);
    }

    /** A loop over a thousand rows is one line, not a thousand; unless one of them does more than the first. */
    private void add(Rehearsed statement) {
        Place place = new Place(statement.sql(), statement.where(), statement.reason());
        Integer first = statement.effects().equals(Effects.NONE) ? places.get(place) : null;
        if (first != null) {
            statements.set(first, statements.get(first).and(statement));
        } else {
            places.put(place, statements.size());
            statements.add(statement);
        }
    }

    /**
     * Does work, and undoes it by itself where it fails for want of a commit that a real run makes before.
     *
     * @return whether it was done
     */
    boolean separately(Runnable work) {
        StatementRunner quiet = new StatementRunner(dialect, stage.connection());
        quiet.run(SqlStatement.of("SAVEPOINT " + SAVEPOINT));
        try {
            work.run();
        } catch (RuntimeException e) {
            if (SqlFailure.in(e)
                    .filter(refusal -> dialect.errors().needsCommitBefore(refusal.error()))
                    .isEmpty()) {
                throw e;
            }
            quiet.run(SqlStatement.of("ROLLBACK TO SAVEPOINT " + SAVEPOINT));
            return false;
        }
        quiet.run(SqlStatement.of("RELEASE SAVEPOINT " + SAVEPOINT));
        return true;
    }

    /** Notes all that is run for one operation under the same words. */
    void under(String words, Runnable work) {
        whole = words;
        try {
            work.run();
        } finally {
            whole = null;
        }
    }

    private Effects effects(String sql) {
        long start = System.nanoTime();
        try {
            return stage.effects(sql);
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), sql, e);
        } finally {
            lookingNanos += System.nanoTime() - start;
        }
    }

    List<Rehearsed> statements() {
        return List.copyOf(statements);
    }

    /** How long the looking took, which no real run does. */
    Duration looking() {
        return Duration.ofNanos(lookingNanos);
    }
}
