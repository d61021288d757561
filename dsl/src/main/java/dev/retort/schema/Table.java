package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it.
 *
 * @param constraints in the order they were declared; at most one primary key
 * @param indexes those that no constraint brings along
 * @param comment null means none
 * @param options what only some databases know
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        Options options) {

    /**
     * @param strict SQLite's {@code STRICT}
     * @param withoutRowid SQLite's {@code WITHOUT ROWID}
     * @param temporary gone with the session
     * @param unlogged PostgreSQL's {@code UNLOGGED}
     */
    public record Options(boolean strict, boolean withoutRowid, boolean temporary, boolean unlogged) {
        public static final Options NONE = new Options(false, false, false, false);
    }

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }
}
