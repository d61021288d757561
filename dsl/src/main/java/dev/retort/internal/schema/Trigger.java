package dev.retort.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database does by itself when the rows of a table change.
 *
 * @param table the table or view it belongs to
 * @param events in a {@link Schema} in the order of {@link Event}
 * @param columns only an update of one of these; empty means of any
 * @param forEachRow otherwise once for each statement
 * @param when a condition in SQL; null means always
 * @param execute the function that is called, as PostgreSQL wants it; null where only {@code body} is known
 * @param body the statements that are run, as SQLite wants them, in a {@link Schema} without the last semicolon; null
 *     where only {@code execute} is known
 * @param options what only some databases know
 */
public record Trigger(
        String name,
        QualifiedName table,
        Timing timing,
        List<Event> events,
        List<String> columns,
        boolean forEachRow,
        @Nullable String when,
        @Nullable Call execute,
        @Nullable String body,
        Options options)
        implements SchemaObject {

    /** When it acts: before, after or in the place of what happens. */
    public enum Timing {
        BEFORE,
        AFTER,
        INSTEAD_OF
    }

    /** What happens to the rows. */
    public enum Event {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE
    }

    /** @param arguments SQL as it is written between the brackets */
    public record Call(QualifiedName function, String arguments) {}

    /** In which sessions it acts. */
    public enum Firing {
        /** In all but those that apply what was replicated. */
        ORIGIN,
        REPLICA,
        ALWAYS,
        DISABLED
    }

    /**
     * @param deferral null unless it is a constraint trigger
     * @param referencing SQL that names the rows before and after: {@code OLD TABLE AS old_rows}
     * @param firing {@code ORIGIN} unless somebody disabled or enabled it in another way
     */
    public record Options(
            @Nullable Deferral deferral, @Nullable String referencing, Firing firing) {
        public static final Options NONE = new Options(null, null);

        public Options(@Nullable Deferral deferral, @Nullable String referencing) {
            this(deferral, referencing, Firing.ORIGIN);
        }
    }

    public Trigger {
        events = List.copyOf(events);
        columns = List.copyOf(columns);
    }

    public Trigger of(QualifiedName newTable) {
        return new Trigger(name, newTable, timing, events, columns, forEachRow, when, execute, body, options);
    }

    /** With its events in the order of {@link Event}, and what it does by one of both ways. */
    public Trigger doing(@Nullable Call newExecute, @Nullable String newBody) {
        return new Trigger(
                name,
                table,
                timing,
                events.stream().sorted().toList(),
                columns,
                forEachRow,
                when,
                newExecute,
                newBody,
                options);
    }

    public Trigger firing(Firing firing) {
        return new Trigger(
                name,
                table,
                timing,
                events,
                columns,
                forEachRow,
                when,
                execute,
                body,
                new Options(options.deferral(), options.referencing(), firing));
    }

    public Trigger named(String newName) {
        return new Trigger(newName, table, timing, events, columns, forEachRow, when, execute, body, options);
    }

    @Override
    public ObjectName objectName() {
        return new ObjectName(ObjectKind.TRIGGER, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.trigger(this);
    }
}
