package dev.retort.internal.dialect;

import dev.retort.RetortException;
import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.script.Database;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of database. Everything that differs between databases is asked of one of its parts, or is a
 * {@linkplain Capability capability}; nobody asks a dialect for its type. Stateless and safe for any number of threads.
 *
 * <p>A dialect is found as a service {@link Database}: its folder brings a file below {@code META-INF/services}.
 *
 * <p>A part is created when it is asked for, so that a start loads no class of one that it does not need.
 */
public interface Dialect extends Database {

    /** The name the driver gives the product, as people write it. */
    String productName();

    /** The oldest version of it that Retort works with: what counts where a version is asked for and there is no server. */
    String oldestVersion();

    /** The library with the database's driver, as {@code group:artifact}; an application brings it itself. */
    String driver();

    /**
     * Where a URL leads, if it is one of this database's: its JDBC form, or the form of its own tools and of
     * SQLAlchemy.
     *
     * @param variables that count where the URL does not say it
     * @throws dev.retort.RetortException of the kind USAGE where it is one, but not well-formed
     */
    Optional<DatabaseUrl> url(String url, ClientVariables variables);

    /** How such a URL is written, for a sentence: {@code sqlite:///file.db}. */
    String urlForm();

    /** How a URL is written that is none of any database, where it is easy to guess that this one is meant. */
    default Optional<String> meant(String text) {
        return Optional.empty();
    }

    /** What it can do of what not every database can. */
    Set<Capability> capabilities();

    default boolean has(Capability capability) {
        return capabilities().contains(capability);
    }

    Spelling spelling();

    Execution execution();

    RowLoading loading();

    Reading reading();

    /** What operations do to a schema here. */
    FoldingRules folding();

    /** What leads from a schema to another here. */
    DifferenceRules difference();

    /** What changes mean for those who use the database at the same time. */
    default Costs costs() {
        return Costs.UNKNOWN;
    }

    Sessions sessions();

    ErrorReading errors();

    /** Only where there are {@link Capability#SESSION_LOCKS}. */
    Locks locks();

    ShellScripts scripts();

    Administration administration();

    /** @throws dev.retort.RetortException of the kind USAGE where nothing is known of filling tables here */
    default Samples samples() {
        throw unfilled();
    }

    /** @throws dev.retort.RetortException as {@link #samples} does */
    default RowTrials trials() {
        throw unfilled();
    }

    /** @throws dev.retort.RetortException as {@link #samples} does */
    default ExactRows exactRows() {
        throw unfilled();
    }

    private RetortException unfilled() {
        return new RetortException(
                RetortException.Kind.USAGE, "Retort cannot fill the tables of a database of " + productName() + ".");
    }
}
