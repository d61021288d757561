package dev.retort.internal.verify;

import dev.retort.RetortException;
import dev.retort.Step;
import dev.retort.internal.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scratch database that goes from the start of the proof to its end, one revision at a time. */
final class Climb implements AutoCloseable {

    private final Subject subject;
    private @Nullable ScratchRun run;
    private int done;
    private @Nullable Schema bottom;
    private @Nullable Schema top;

    Climb(Subject subject) {
        this.subject = subject;
    }

    /**
     * The database, with so many steps applied.
     *
     * @throws CheckImpossible where one of them fails, which is reported by the check of that revision
     */
    ScratchRun at(int steps) throws SQLException {
        if (run == null || done > steps) {
            restart();
        }
        ScratchRun reached = current();
        List<Step> all = subject.steps();
        while (done < steps) {
            String id = all.get(done).revision().id();
            try {
                reached.upgrade(id);
            } catch (RetortException e) {
                abandon();
                throw new CheckImpossible("Not reached: revision " + id + " cannot be applied.");
            }
            done++;
        }
        return reached;
    }

    /** The database at the end of the proof. */
    ScratchRun atTop() throws SQLException {
        return at(subject.steps().size());
    }

    /** The schema at its start. */
    Schema bottom() throws SQLException {
        if (bottom == null) {
            at(0);
        }
        return bottom == null ? Schema.EMPTY : bottom;
    }

    /** The schema that the upgrade leads to. */
    Schema top() throws SQLException {
        Schema known = top;
        if (known == null) {
            known = atTop().schema();
            top = known;
        }
        return known;
    }

    /** What was run on it has led to another place. */
    void moved(int steps) {
        done = steps;
    }

    /** Nobody knows what is in it any more. */
    void abandon() {
        if (run != null) {
            run.close();
            run = null;
        }
    }

    private void restart() throws SQLException {
        abandon();
        run = subject.start();
        done = 0;
        if (bottom == null) {
            bottom = run.schema();
        }
    }

    private ScratchRun current() {
        if (run == null) {
            throw new IllegalStateException("no database to go up on");
        }
        return run;
    }

    @Override
    public void close() {
        abandon();
    }
}
