package dev.retort.internal.run.fold;

import dev.retort.Location;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.Operation;
import java.util.function.Supplier;

/** Gets to know what a script asks for, each before it is folded. */
public interface FoldListener {

    FoldListener NONE = (operation, line, before, apart) -> {};

    /**
     * @param line that asks for it
     * @param before the schema that it meets
     * @param apart it is committed by itself, as in an {@code autocommit}
     */
    void asked(Operation operation, Location line, Supplier<SchemaAt> before, boolean apart);

    /** The script is run once more, with another answer to its questions: what was asked so far does not count. */
    default void again() {}
}
