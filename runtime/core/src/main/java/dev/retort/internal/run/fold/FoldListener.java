package dev.retort.internal.run.fold;

import dev.retort.Location;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.Operation;
import java.util.function.Supplier;

/** Gets to know what a script asks for, each before it is folded. */
public interface FoldListener {

    FoldListener NONE = (operation, place, before) -> {};

    /**
     * Where something is asked for.
     *
     * @param line of the script
     * @param exact where it is; of a statement of a file, in that
     * @param apart it is committed by itself, as in an {@code autocommit}
     */
    record Place(Location line, Location exact, boolean apart) {}

    /** @param before the schema that it meets */
    void asked(Operation operation, Place place, Supplier<SchemaAt> before);

    /** The script is run once more, with another answer to its questions: what was asked so far does not count. */
    default void again() {}
}
