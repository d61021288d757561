package dev.retort.internal.schema;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param defaultValue null means none
 * @param comment null means none
 * @param generated null unless the column is computed
 * @param identity null unless the database numbers the column
 * @param collation null means the database's own
 * @param autoincrement SQLite's {@code AUTOINCREMENT}: a number is never used again, not even after its row was deleted
 * @param onConflict what SQLite does with a row that lacks a value it must have ({@code IGNORE}); null means {@code ABORT}
 * @param storage how PostgreSQL keeps long values ({@code EXTERNAL}); null means the type's own way
 * @param compression how PostgreSQL packs long values ({@code lz4}); null means the server's setting
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable DefaultValue defaultValue,
        @Nullable String comment,
        @Nullable Generated generated,
        @Nullable Identity identity,
        @Nullable String collation,
        boolean autoincrement,
        @Nullable String onConflict,
        @Nullable String storage,
        @Nullable String compression) {

    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            @Nullable DefaultValue defaultValue,
            @Nullable String comment,
            @Nullable Generated generated,
            @Nullable Identity identity,
            @Nullable String collation,
            boolean autoincrement) {
        this(
                name,
                type,
                nullable,
                defaultValue,
                comment,
                generated,
                identity,
                collation,
                autoincrement,
                null,
                null,
                null);
    }

    /** A nullable column without anything else. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, null, null, null, null, null, false);
    }

    public Column named(String newName) {
        return changed(copy -> copy.name = newName);
    }

    public Column withType(ColumnType newType) {
        return changed(copy -> copy.type = newType);
    }

    public Column withNullable(boolean newNullable) {
        return changed(copy -> copy.nullable = newNullable);
    }

    public Column withDefault(@Nullable DefaultValue newDefault) {
        return changed(copy -> copy.defaultValue = newDefault);
    }

    public Column withComment(@Nullable String newComment) {
        return changed(copy -> copy.comment = newComment);
    }

    public Column withGenerated(@Nullable Generated newGenerated) {
        return changed(copy -> copy.generated = newGenerated);
    }

    public Column withIdentity(@Nullable Identity newIdentity) {
        return changed(copy -> copy.identity = newIdentity);
    }

    public Column withCollation(@Nullable String newCollation) {
        return changed(copy -> copy.collation = newCollation);
    }

    public Column withAutoincrement(boolean newAutoincrement) {
        return changed(copy -> copy.autoincrement = newAutoincrement);
    }

    public Column withOnConflict(@Nullable String newOnConflict) {
        return changed(copy -> copy.onConflict = newOnConflict);
    }

    public Column withToast(@Nullable String newStorage, @Nullable String newCompression) {
        return changed(copy -> {
            copy.storage = newStorage;
            copy.compression = newCompression;
        });
    }

    private Column changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.column();
    }

    /** Lets one value be changed without naming the others. */
    private static final class Copy {
        private String name;
        private ColumnType type;
        private boolean nullable;
        private @Nullable DefaultValue defaultValue;
        private @Nullable String comment;
        private @Nullable Generated generated;
        private @Nullable Identity identity;
        private @Nullable String collation;
        private boolean autoincrement;
        private @Nullable String onConflict;
        private @Nullable String storage;
        private @Nullable String compression;

        Copy(Column column) {
            name = column.name;
            type = column.type;
            nullable = column.nullable;
            defaultValue = column.defaultValue;
            comment = column.comment;
            generated = column.generated;
            identity = column.identity;
            collation = column.collation;
            autoincrement = column.autoincrement;
            onConflict = column.onConflict;
            storage = column.storage;
            compression = column.compression;
        }

        Column column() {
            return new Column(
                    name,
                    type,
                    nullable,
                    defaultValue,
                    comment,
                    generated,
                    identity,
                    collation,
                    autoincrement,
                    onConflict,
                    storage,
                    compression);
        }
    }
}
