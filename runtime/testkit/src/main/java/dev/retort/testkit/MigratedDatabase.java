package dev.retort.testkit;

import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.ScratchDatabase;
import dev.retort.internal.testkit.ScratchDataSource;
import javax.sql.DataSource;

/**
 * A database of one test, upgraded to some revision, that can go on from there: {@link Migrated}.
 *
 * <pre>{@code
 * database.upgradeTo("4f1c");   // the state before a revision
 * …                             // rows of the test
 * database.upgradeTo("+1");     // the revision
 * }</pre>
 */
public final class MigratedDatabase implements AutoCloseable {

    private final ScratchDatabase scratch;

    /** @param scratch is dropped with it */
    public MigratedDatabase(ScratchDatabase scratch) {
        this.scratch = scratch;
    }

    /** What migrates it. */
    public Retort retort() {
        return scratch.retort();
    }

    /**
     * Applies revisions, to a target of the command line: an id or the beginning of one, {@code +1}, {@code head}, …
     *
     * @throws RetortException where a revision fails, or there is no such target
     */
    public MigratedDatabase upgradeTo(String target) {
        retort().upgrade(target);
        return this;
    }

    /** Reverts revisions, to a target of the command line: {@code -1}, {@code base}, … */
    public MigratedDatabase downgradeTo(String target) {
        retort().downgrade(target);
        return this;
    }

    /** Opens a connection whenever it is asked for one. */
    public DataSource dataSource() {
        return new ScratchDataSource(scratch.url());
    }

    /** Its JDBC URL, with the user and the password in it. */
    public String url() {
        return scratch.url();
    }

    /** Drops it, whoever is connected to it. */
    @Override
    public void close() {
        scratch.close();
    }
}
