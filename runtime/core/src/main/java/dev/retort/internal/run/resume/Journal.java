package dev.retort.internal.run.resume;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Runner;
import dev.retort.Step;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.record.Answers;
import dev.retort.internal.record.Progress;
import dev.retort.internal.record.ProgressTable;
import dev.retort.internal.record.State;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.Secrets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, together with what is committed of a revision, how far its script came, and leads a script that is run
 * again to where it was interrupted. A script is always run from its top; what is done is not done again, but
 * compared with what was asked for the first time.
 */
public final class Journal {

    private final RunContext context;
    private final @Nullable Connection connection;
    private final StatementRunner books;
    private final StatementRunner work;
    private final Runner self = Runner.thisProcess();
    private final String revision;
    private final String direction;
    private final SortedSet<String> rows;
    private final Answers answers;
    private final int statementsBefore;
    private final Fingerprint fingerprint = new Fingerprint();

    private @Nullable Progress recorded;
    private int calls;
    private int part;
    private String beforeOperation = "";
    private Optional<Bookmark> bookmark = Optional.empty();
    private boolean tableKnown;
    private boolean written;
    private boolean overtaken;
    private Supplier<String> session = () -> "";
    private String sessionRecorded = "";

    private Journal(
            RunContext context,
            @Nullable Connection connection,
            StatementRunner work,
            Step step,
            SortedSet<String> rows,
            @Nullable Progress recorded,
            Answers answers) {
        this.context = context;
        this.connection = connection;
        this.books = connection == null ? work : new StatementRunner(context.dialect(), connection, context.stop());
        this.work = work;
        this.revision = step.revision().id();
        this.direction = step.direction().word();
        this.rows = rows;
        this.recorded = recorded;
        this.answers = answers;
        this.tableKnown = recorded != null;
        this.statementsBefore = recorded == null ? 0 : recorded.statements();
    }

    /**
     * Of a revision that no run began before.
     *
     * @param work runs the script's statements
     * @param rows the version rows before
     */
    public static Journal of(
            RunContext context, Connection connection, StatementRunner work, Step step, SortedSet<String> rows) {
        return new Journal(context, connection, work, step, rows, null, new Answers(List.of()));
    }

    /**
     * The same of a revision that was interrupted.
     *
     * @param recorded how far an earlier run came, nothing of it being in doubt
     */
    public static Journal continuing(
            RunContext context,
            Connection connection,
            StatementRunner work,
            Step step,
            SortedSet<String> rows,
            Progress recorded) {
        Answers answers = context.store(connection).answers(step.revision().id());
        return new Journal(context, connection, work, step, rows, recorded, answers);
    }

    /** For a database that lives no longer than this run: nothing is written down. */
    public static Journal inMemory(RunContext context, StatementRunner work, Step step) {
        return new Journal(context, null, work, step, step.rows(), null, new Answers(List.of()));
    }

    /**
     * Writes down as well what the script has set for its session, each time that anything is written.
     *
     * @param before what was written down last
     */
    public Journal keeping(Supplier<String> statements, String before) {
        session = statements;
        sessionRecorded = before;
        return this;
    }

    // ---- taking turns ----

    /**
     * Looks, in a transaction that was just begun, whether all is as this run left it. A database without a lock that
     * outlives a transaction lets others in between two of them, and what they have done must not be done again.
     *
     * @throws Overtaken where another run has gone on with the revision, or moved the version rows
     */
    public void check() {
        refuseOvertaken();
        if (connection == null || context.dialect().has(Capability.SESSION_LOCKS)) {
            return;
        }
        State now = context.store(connection).position();
        if (!now.rows().equals(rows) || !Objects.equals(now.interrupted().get(revision), recorded)) {
            throw overtaken();
        }
    }

    private Overtaken overtaken() {
        overtaken = true;
        return new Overtaken(revision);
    }

    /** A script may have caught that it was overtaken. */
    private void refuseOvertaken() {
        if (overtaken) {
            throw overtaken();
        }
    }

    // ---- what a script asks for ----

    /** Whether the next call was answered or done by an earlier run. */
    public boolean isReplaying() {
        return recorded != null && calls < recorded.calls();
    }

    /** How many statements of the next operation, which is not wholly done, an earlier run has done. */
    public int done() {
        return recorded != null && calls == recorded.calls() ? recorded.part() : 0;
    }

    /** Notes an operation before it is done. */
    public void begin(Operation operation) {
        refuseOvertaken();
        beforeOperation = fingerprint.text();
        fingerprint.add(operation instanceof Backfill backfill ? backfill.withoutPace() : operation);
        bookmark = place().filter(this::isHere);
        if (!isReplaying() && done() > 0) {
            compare();
        }
        part = isReplaying() ? 0 : done();
    }

    /** Notes a question before it is asked. */
    public void begin(String sql, Map<String, @Nullable Object> parameters) {
        refuseOvertaken();
        fingerprint.add("query " + sql, parameters);
        place().ifPresent(this::isHere);
    }

    /** Where an earlier run stopped within what is to be done next. */
    private Optional<Bookmark> place() {
        return recorded != null && calls == recorded.calls()
                ? Optional.ofNullable(recorded.bookmark()).map(Bookmark::parse)
                : Optional.empty();
    }

    /** Whether that is still the same; what would do no harm a second time may be written again. */
    private boolean isHere(Bookmark place) {
        boolean same = recorded != null && fingerprint.text().equals(recorded.intentFingerprint());
        if (!same && !place.repeatable()) {
            throw changed();
        }
        return same;
    }

    /** Where within the operation that was begun it goes on; empty at its beginning. */
    public Optional<Bookmark> bookmark() {
        return bookmark;
    }

    /** Notes that one more statement of the operation has been done. */
    void doneStatement() {
        part++;
    }

    /** Notes that what was begun is wholly done. */
    public void end() {
        calls++;
        part = 0;
        if (recorded != null && calls == recorded.calls() && recorded.part() == 0) {
            compare();
        }
    }

    /** Notes that it failed; a script that goes on all the same is led nowhere by a run that skips the failure. */
    public void failed() {
        fingerprint.add("failed", Map.of());
        calls++;
        part = 0;
    }

    /** Notes that the script has come to its end. */
    public void finish() {
        refuseOvertaken();
        if (isReplaying()
                || done() > 0
                || place().filter(place -> !place.repeatable()).isPresent()) {
            throw changed();
        }
    }

    /** The answer that an earlier run was given to the question; empty where the database must be asked. */
    public Optional<List<Row>> answer() {
        return answers.next();
    }

    public void answered(List<Row> rows) {
        answers.add(rows);
    }

    /** How many rows the operation changed that an earlier run has done. */
    public long count() {
        return answers.count();
    }

    public void counted(long rows) {
        answers.add(rows);
    }

    private void compare() {
        if (recorded != null && !recorded.fingerprint().equals(fingerprint.text())) {
            throw changed();
        }
    }

    private RetortException changed() {
        return new RetortException(
                Kind.SCRIPT,
                Problem.of("The script no longer does what was done before the interruption (its first "
                                + statementsBefore + (statementsBefore == 1 ? " statement" : " statements")
                                + "), so that it is not known where to go on.")
                        .withHint("Put that part back as it was; what comes after it may be changed. Or finish by hand,"
                                + " and say whether the revision is applied with: retort resolve " + revision
                                + " --applied, or --not-applied."));
    }

    // ---- what is written down ----

    /** What was written down last; null where nothing was. */
    @Nullable
    public Progress recorded() {
        return recorded;
    }

    /** Statements of the script that were done, by this run and those before it. */
    public int statements() {
        return statementsBefore + work.count();
    }

    /** Writes down, in the transaction that is open, how far the script came. */
    public void record() {
        boolean unrecorded = recorded == null ? calls + part > 0 : recorded.isBefore(calls, part);
        if (unrecorded) {
            write(new Progress(revision, direction, calls, part, statements(), fingerprint.text(), null, null, null));
        }
    }

    /** Writes down, in the transaction that is open, which statement is begun next outside of any. */
    void recordIntent(String sql) {
        String reached = fingerprint.text();
        String here = part == 0 ? beforeOperation : reached;
        // What became of it is asked of names, which no password is; a value from outside may be one.
        String intent = Secrets.NONE.hidden(sql);
        write(new Progress(revision, direction, calls, part, statements(), here, intent, reached, null));
    }

    /** Writes down, in the transaction that is open, how far the operation came that was begun. */
    public void recordBookmark(Bookmark place) {
        String here = fingerprint.text();
        write(new Progress(revision, direction, calls, 0, statements(), beforeOperation, null, here, place.text()));
    }

    /**
     * Writes down, in the transaction that is open, that the statement did nothing. A revision of which nothing ran is not
     * interrupted.
     */
    void takeBackIntent() {
        if (recorded != null && recorded.intent() != null && recorded.statements() == 0) {
            forget();
            recorded = null;
            written = false;
        } else if (recorded != null && recorded.intent() != null) {
            write(recorded.withoutIntent());
        }
    }

    /** Replaces what is written down. */
    private void write(Progress now) {
        if (connection == null) {
            return;
        }
        ProgressTable table = context.tables().progress();
        if (!tableKnown) {
            context.store(connection).createProgress();
            tableKnown = true;
        }
        if (apply(table.write(recorded, now, context.clock().instant(), written ? null : self)) != 1) {
            throw overtaken();
        }
        written = true;
        SortedMap<Integer, byte[]> unrecorded = answers.unrecorded();
        if (!unrecorded.isEmpty()) {
            apply(table.keep(revision, unrecorded));
        }
        recorded = now;
        keepSession(table);
    }

    private void keepSession(ProgressTable table) {
        String now = session.get();
        if (now.equals(sessionRecorded)) {
            return;
        }
        if (!sessionRecorded.isEmpty()) {
            apply(table.forgetSession(revision));
        }
        if (!now.isEmpty()) {
            apply(table.keepSession(revision, now));
        }
        sessionRecorded = now;
    }

    /** Forgets, in the transaction that is open, what was written down: the revision is done. */
    public void forget() {
        if (recorded == null) {
            return;
        }
        ProgressTable table = context.tables().progress();
        if (apply(table.remove(recorded)) != 1) {
            throw overtaken();
        }
        apply(table.forget(revision));
    }

    private long apply(Operation operation) {
        return context.dialect().spelling().statements(operation, books).stream()
                .mapToLong(books::run)
                .sum();
    }
}
