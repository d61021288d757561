package dev.retort.internal.source;

import dev.retort.internal.operation.ColumnPlace;
import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Where a statement is: in the batch of a table, where that table is not named, or outside of one. */
final class Surroundings {

    static final Surroundings NO_BATCH = new Surroundings(null);

    private final @Nullable QualifiedName batch;

    private Surroundings(@Nullable QualifiedName batch) {
        this.batch = batch;
    }

    static Surroundings batchOf(QualifiedName table) {
        return new Surroundings(table);
    }

    /** Names the table, which is not named inside of its batch. */
    ArgumentList ofTable(ArgumentList arguments, QualifiedName table) {
        if (batch == null) {
            return arguments.text(NameText.of(table));
        } else if (!batch.equals(table)) {
            throw new OperationNotWritable(
                    "A script cannot change \"" + table + "\" in the batch of \"" + batch + "\".");
        }
        return arguments;
    }

    /** A verb that is known outside of a batch alone. */
    ArgumentList of(String verb, QualifiedName name) {
        outsideBatch(verb);
        return new ArgumentList(verb).text(NameText.of(name));
    }

    void outsideBatch(String verb) {
        if (batch != null) {
            throw new OperationNotWritable("A script cannot say " + verb + " in the batch of \"" + batch + "\".");
        }
    }

    ArgumentList place(ArgumentList arguments, @Nullable ColumnPlace place) {
        if (place == null) {
            return arguments;
        } else if (batch == null) {
            throw new OperationNotWritable("A script can say where a column is only in a batchAlterTable.");
        }
        return arguments.option(
                place.side() == ColumnPlace.Side.BEFORE ? "before" : "after", NameText.plain(place.neighbour()));
    }

    void concurrently(ArgumentList arguments, boolean concurrently) {
        if (concurrently) {
            outsideBatch("concurrently");
        }
        arguments.flag("concurrently", concurrently);
    }
}
