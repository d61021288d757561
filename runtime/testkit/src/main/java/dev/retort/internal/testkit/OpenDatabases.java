package dev.retort.internal.testkit;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.testkit.Migrated;
import dev.retort.testkit.MigratedDatabase;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The databases that one test, or one class of them, was given; closing drops them. For one thread. */
public final class OpenDatabases implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /**
     * Gives a field its database.
     *
     * @param instance that the field is of; null for a static one
     * @throws RetortException where it is of a type that is no database's, or there can be no database
     */
    public void fill(Field field, @Nullable Object instance) {
        String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        Object value = open(field.getAnnotation(Migrated.class), field.getType(), "the field " + name);
        try {
            field.setAccessible(true);
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new RetortException(
                    Kind.USAGE, List.of(Problem.of("@Migrated cannot set the field " + name + ".")), e);
        }
    }

    /**
     * A database for one place.
     *
     * @param type as which it is wanted
     * @param place for a sentence
     */
    public Object open(Migrated migrated, Class<?> type, String place) {
        Wanted wanted = Wanted.as(type)
                .orElseThrow(() -> new RetortException(
                        Kind.USAGE,
                        Problem.of("@Migrated cannot give " + place + " a " + type.getSimpleName() + ".")
                                .withHint("Declare it as one of: " + Wanted.types() + ".")));
        MigratedDatabase database = Clones.of(migrated);
        open.push(database);
        try {
            Object value = wanted.of(database);
            if (value instanceof Connection connection) {
                open.push(connection);
            }
            return value;
        } catch (SQLException e) {
            throw new RetortException(
                    Kind.UNREACHABLE,
                    List.of(Problem.of("The database for " + place + " cannot be opened: " + e.getMessage())),
                    e);
        }
    }

    /** The last one first: a connection before its database. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RetortException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("a database of a test cannot be closed", e);
            }
        }
    }
}
