package dev.retort.internal.verify;

import dev.retort.RetortException;
import dev.retort.RunResult;
import dev.retort.internal.connect.ScratchConnections;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.Reading;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.task.OnlineTask;
import dev.retort.internal.task.Plans;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scratch database, and the scripts of the chain that are run on it. */
final class ScratchRun implements AutoCloseable {

    private final ScratchConnections scratch;
    private final Subject subject;
    private final Settings settings;
    /** To look by, between runs; in no transaction. */
    private @Nullable Connection looking;

    private ScratchRun(ScratchConnections scratch, Subject subject) {
        this.scratch = scratch;
        this.subject = subject;
        this.settings = subject.settings().on(scratch.connections());
    }

    /** An empty one; throws {@link NoScratch} where there is no way. */
    static ScratchRun of(Subject subject) {
        try {
            return new ScratchRun(subject.settings().database().scratch(), subject);
        } catch (RetortException e) {
            throw new NoScratch(e);
        }
    }

    ScratchConnections scratch() {
        return scratch;
    }

    RunResult upgrade(String target) {
        Plans plans = plans();
        return task().run(state -> plans.upgrade(state, target));
    }

    RunResult downgrade(String target) {
        Plans plans = plans();
        return task().run(state -> plans.downgrade(state, target));
    }

    /** Reverts this one revision. */
    void revert(String id) {
        Plans plans = plans();
        task().run(state -> plans.revert(state, id));
    }

    private OnlineTask task() {
        return new OnlineTask(settings, subject.chain(), subject.sandbox(), true);
    }

    private Plans plans() {
        return new Plans(settings, subject.chain());
    }

    /** A new connection, which its caller closes. */
    Connection open() throws SQLException {
        return scratch.open();
    }

    /** The connection to look by. */
    Connection connection() throws SQLException {
        Connection open = looking;
        if (open == null) {
            open = scratch.open();
            looking = open;
        }
        return open;
    }

    /** All that the database holds, in each of its schemas, besides rows and Retort's own tables. */
    Schema schema() throws SQLException {
        Connection connection = connection();
        ReadScope scope = settings.readScope();
        Reading reading = subject.dialect().reading();
        Schema schema = reading.read(connection, scope);
        List<String> others = schema.all(Namespace.class)
                .map(Namespace::name)
                .filter(name -> !settings.schemas().names().contains(name))
                .toList();
        return others.isEmpty() ? schema : reading.read(connection, scope.with(others));
    }

    @Override
    public void close() {
        try {
            if (looking != null) {
                looking.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that was only looked by cannot be closed", e);
        } finally {
            scratch.close();
        }
    }
}
