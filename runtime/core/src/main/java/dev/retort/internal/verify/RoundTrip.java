package dev.retort.internal.verify;

import dev.retort.RetortException;
import dev.retort.Step;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.verify.rows.Fixtures;
import dev.retort.internal.verify.rows.RowFilling;
import dev.retort.internal.verify.rows.StoredRows;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A revision up, down and up again, on tables that have rows: nothing is another than before, and nothing is lost. */
final class RoundTrip implements CheckWork {

    private final Subject subject;
    private final Climb climb;
    private final Fixtures fixtures;
    private final int index;
    private final Step step;
    private final String id;
    private final @Nullable String irreversible;

    /** @param irreversible why the revision has no downgrade; null where it has one */
    RoundTrip(Subject subject, Climb climb, Fixtures fixtures, int index, @Nullable String irreversible) {
        this.subject = subject;
        this.climb = climb;
        this.fixtures = fixtures;
        this.index = index;
        this.step = subject.steps().get(index);
        this.id = step.revision().id();
        this.irreversible = irreversible;
    }

    @Override
    public void run(Report report) throws SQLException {
        ScratchRun run = climb.at(index);
        loadFixtures(run, report);
        if (report.hasFailed()) {
            climb.abandon();
            return;
        }
        // Rows change no schema, so that one look at it does for both.
        Schema schema = run.schema();
        fill(run, schema, report);
        Picture before = Picture.of(run, schema, subject.dialect());
        if (!went(report, () -> run.upgrade(id))) {
            return;
        }
        climb.moved(index + 1);
        Picture there = Picture.of(run, subject.dialect());
        if (irreversible != null) {
            reportDropped(before, there, report);
            report.remark("Declared irreversible: " + irreversible);
            return;
        }
        if (!went(report, () -> run.revert(id))) {
            return;
        }
        Picture back = Picture.of(run, subject.dialect());
        compareSchemas("The downgrade leaves another schema than the one before the upgrade.", back, before, report);
        if (report.hasFailed()) {
            // What is wrong already may be all that keeps the second upgrade from working.
            climb.abandon();
            return;
        }
        compareStates("The downgrade does not leave the database as it was before the upgrade.", back, before, report);
        report("The upgrade and the downgrade lose what was in the table ", losses(before, there, back), report);
        before.rows()
                .setBackIn(there.rows(), back.rows())
                .forEach(sentence -> report.fail("Numbers are given twice after the downgrade. " + sentence, ""));
        before.rows().lossesIn(back.rows()).stream()
                .filter(loss -> !there.rows().has(loss.table(), loss.column()))
                .forEach(loss -> reportUnkept(loss, before, there, report));
        if (!went(report, () -> run.upgrade(id))) {
            return;
        }
        Picture again = Picture.of(run, subject.dialect());
        compareSchemas("The second upgrade leads to another schema than the first one.", again, there, report);
        compareStates("The second upgrade does not leave the database as the first one did.", again, there, report);
        report(
                "The second upgrade does not leave what the first one left in the table ",
                inNumber(losses(there, before, again)),
                report);
        if (report.hasFailed()) {
            // What comes after it starts from what the first upgrade makes.
            climb.abandon();
        }
    }

    private interface Run {
        void run();
    }

    /** Whether it could be run; what failed is reported, and the database is of no more use. */
    private boolean went(Report report, Run work) {
        try {
            work.run();
            return true;
        } catch (RetortException e) {
            report.fail(e.problems());
            climb.abandon();
            return false;
        }
    }

    private void loadFixtures(ScratchRun run, Report report) throws SQLException {
        try {
            fixtures.load(run.connection(), subject.dialect(), id);
        } catch (RetortException e) {
            report.fail(e.problems());
        }
    }

    private void fill(ScratchRun run, Schema schema, Report report) throws SQLException {
        if (subject.request().rows() == 0) {
            return;
        }
        RowFilling filling = new RowFilling(
                subject.dialect(),
                subject.request().rows(),
                new SplittableRandom(subject.request().seed() * 31 + id.hashCode()));
        filling.fill(run.connection(), schema)
                .forEach(unfilled ->
                        report.remark("The table " + unfilled.table() + " has no rows: " + unfilled.reason()));
    }

    private void compareSchemas(String sentence, Picture found, Picture wanted, Report report) {
        new SchemaWords(subject).compare(report, sentence, found.schema(), wanted.schema());
    }

    private static void compareStates(String sentence, Picture found, Picture wanted, Report report) {
        wanted.state().differencesIn(found.state()).forEach(each -> report.fail(sentence + " " + each, ""));
    }

    /** What the upgrade keeps under another name it does not drop. */
    private static void reportUnkept(StoredRows.Loss loss, Picture before, Picture there, Report report) {
        if (there.rows().hasUnderOtherName(before.rows(), loss.table(), loss.column())) {
            report.fail("The downgrade loses what was in the table " + loss.table() + ". " + loss.sentence(), "");
        } else {
            report.remark("Lost, as declared, in the table " + loss.table() + ". " + loss.sentence());
        }
    }

    /** @param between what had to keep a column for its values to be kept */
    private static List<StoredRows.Loss> losses(Picture wanted, Picture between, Picture found) {
        return wanted.rows().within(between.rows()).lossesIn(found.rows());
    }

    private static void report(String sentence, List<StoredRows.Loss> losses, Report report) {
        for (StoredRows.Loss loss : losses) {
            if (loss.kind() == StoredRows.Kind.CLOCK) {
                report.remark("Set by the clock, in the table " + loss.table() + ". " + loss.sentence());
            } else {
                report.fail(sentence + loss.table() + ". " + loss.sentence(), "");
            }
        }
    }

    /**
     * Rows that an upgrade inserts get other numbers the second time, and so does what refers to them: only that there are more
     * of them, or fewer, says something.
     */
    private static List<StoredRows.Loss> inNumber(List<StoredRows.Loss> losses) {
        return losses.stream()
                .filter(loss -> loss.column().isEmpty() && !renumbered(losses, loss.table()))
                .toList();
    }

    private static boolean renumbered(List<StoredRows.Loss> losses, QualifiedName table) {
        return losses.stream()
                        .filter(loss -> loss.table().equals(table))
                        .map(StoredRows.Loss::kind)
                        .filter(kind -> kind == StoredRows.Kind.GONE || kind == StoredRows.Kind.NEW)
                        .distinct()
                        .count()
                == 2;
    }

    /** What the upgrade drops is lost, as whoever drops it knows. */
    private static void reportDropped(Picture before, Picture there, Report report) {
        before.schema()
                .tables()
                .filter(table -> before.rows().hasRows(table.name()))
                .forEach(table -> {
                    if (!there.rows().has(table.name(), "")) {
                        report.remark("Lost, as declared: the rows of the table " + table.name() + ".");
                        return;
                    }
                    table.columns().stream()
                            .filter(column -> before.rows().has(table.name(), column.name())
                                    && !there.rows().has(table.name(), column.name()))
                            .forEach(column -> report.remark(
                                    "Lost, as declared: the values of " + table.name() + "." + column.name() + "."));
                });
    }
}
