package dev.retort.internal.schema;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it.
 *
 * @param columns in a {@link Schema} without those that it has from the table it is a partition of, or from tables that
 *     it inherits from, unless they are not as they are there
 * @param constraints in the order they were declared, in a {@link Schema} in that of {@link Constraint#ORDER}; at most one
 *     primary key. One that comes from a partitioned or inherited table is that table's
 * @param indexes those that no constraint brings along, in a {@link Schema} sorted by name; one that comes from that of a
 *     partitioned table is that table's
 * @param comment null means none
 * @param options what only some databases know
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        Options options)
        implements SchemaObject {

    /**
     * What only some databases know of tables.
     *
     * @param strict SQLite's {@code STRICT}
     * @param withoutRowid SQLite's {@code WITHOUT ROWID}
     * @param temporary gone with the session
     * @param unlogged PostgreSQL's {@code UNLOGGED}
     * @param onCommit what becomes of a temporary table's rows ({@code DELETE ROWS}); null means they stay
     * @param partitionBy SQL: {@code RANGE (created_at)}; null means that the table is not partitioned
     * @param partitionOf null unless the table is a partition of another
     * @param inherits the tables whose columns it has too
     * @param storage null leaves it to the database
     * @param rowSecurity PostgreSQL's {@code ROW LEVEL SECURITY}
     */
    public record Options(
            boolean strict,
            boolean withoutRowid,
            boolean temporary,
            boolean unlogged,
            @Nullable String onCommit,
            @Nullable String partitionBy,
            @Nullable PartitionOf partitionOf,
            List<QualifiedName> inherits,
            @Nullable Storage storage,
            RowSecurity rowSecurity) {
        public static final Options NONE = new Options(false, false, false, false);

        public Options {
            inherits = List.copyOf(inherits);
        }

        public Options withPartitionOf(@Nullable PartitionOf newPartitionOf) {
            return copy(unlogged, newPartitionOf, inherits, storage, rowSecurity);
        }

        public Options withInherits(List<QualifiedName> newInherits) {
            return copy(unlogged, partitionOf, newInherits, storage, rowSecurity);
        }

        public Options withRowSecurity(RowSecurity newRowSecurity) {
            return copy(unlogged, partitionOf, inherits, storage, newRowSecurity);
        }

        public Options withUnlogged(boolean newUnlogged) {
            return copy(newUnlogged, partitionOf, inherits, storage, rowSecurity);
        }

        public Options withStorage(@Nullable Storage newStorage) {
            return copy(unlogged, partitionOf, inherits, newStorage, rowSecurity);
        }

        private Options copy(
                boolean newUnlogged,
                @Nullable PartitionOf newPartitionOf,
                List<QualifiedName> newInherits,
                @Nullable Storage newStorage,
                RowSecurity newRowSecurity) {
            return new Options(
                    strict,
                    withoutRowid,
                    temporary,
                    newUnlogged,
                    onCommit,
                    partitionBy,
                    newPartitionOf,
                    newInherits,
                    newStorage,
                    newRowSecurity);
        }

        public Options(boolean strict, boolean withoutRowid, boolean temporary, boolean unlogged) {
            this(strict, withoutRowid, temporary, unlogged, null, null, null, List.of(), null);
        }

        /** Without row security, which no table is created with. */
        public Options(
                boolean strict,
                boolean withoutRowid,
                boolean temporary,
                boolean unlogged,
                @Nullable String onCommit,
                @Nullable String partitionBy,
                @Nullable PartitionOf partitionOf,
                List<QualifiedName> inherits,
                @Nullable Storage storage) {
            this(
                    strict,
                    withoutRowid,
                    temporary,
                    unlogged,
                    onCommit,
                    partitionBy,
                    partitionOf,
                    inherits,
                    storage,
                    RowSecurity.DISABLED);
        }
    }

    /**
     * The table that a partition belongs to.
     *
     * @param forValues SQL: {@code FROM (1) TO (10)}, {@code IN ('a')}, {@code WITH (MODULUS 4, REMAINDER 0)} or
     *     {@code DEFAULT}
     */
    public record PartitionOf(QualifiedName table, String forValues) {}

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    public Table named(QualifiedName newName) {
        return new Table(newName, columns, constraints, indexes, comment, options);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, newColumns, constraints, indexes, comment, options);
    }

    public Table withConstraints(List<Constraint> newConstraints) {
        return new Table(name, columns, newConstraints, indexes, comment, options);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, columns, constraints, newIndexes, comment, options);
    }

    public Table withComment(@Nullable String newComment) {
        return new Table(name, columns, constraints, indexes, newComment, options);
    }

    public Table withOptions(Options newOptions) {
        return new Table(name, columns, constraints, indexes, comment, newOptions);
    }

    /** With constraints and indexes in the order of a {@link Schema}. */
    public Table sorted() {
        return new Table(
                name,
                columns,
                constraints.stream().sorted(Constraint.ORDER).toList(),
                indexes.stream().sorted(Comparator.comparing(Index::name)).toList(),
                comment,
                options);
    }

    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.TABLE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.table(this);
    }
}
