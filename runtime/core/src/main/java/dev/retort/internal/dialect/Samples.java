package dev.retort.internal.dialect;

import dev.retort.internal.schema.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of the types that only one kind of database has, to fill tables with that migrations are tried on. */
public interface Samples {

    /**
     * Values of a type by its name, those that nobody wonders at before the odd ones; guesses where nothing is known of
     * the type, so that the database has to say which of them are any.
     */
    List<Object> named(String type);

    /** Values of a type that are beyond all others, or no number: infinities and NaN; none where it has none. */
    default List<Object> endless(ColumnType type) {
        return List.of();
    }

    /** An array of these values, as a value. */
    default Object array(List<? extends @Nullable Object> elements) {
        throw new IllegalStateException("the capabilities say that there are none");
    }

    /** A row of these values, as a value of a composite type. */
    default Object composite(List<? extends @Nullable Object> attributes) {
        throw new IllegalStateException("the capabilities say that there are none");
    }

    /** A literal as an expression that is of the type wherever it is. */
    String typed(String literal, ColumnType type);
}
