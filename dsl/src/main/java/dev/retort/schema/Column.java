package dev.retort.schema;

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
        return new Column(
                newName,
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

    public Column withType(ColumnType newType) {
        return new Column(
                name,
                newType,
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

    public Column withNullable(boolean newNullable) {
        return new Column(
                name,
                type,
                newNullable,
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

    public Column withDefault(@Nullable DefaultValue newDefault) {
        return new Column(
                name,
                type,
                nullable,
                newDefault,
                comment,
                generated,
                identity,
                collation,
                autoincrement,
                onConflict,
                storage,
                compression);
    }

    public Column withComment(@Nullable String newComment) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                newComment,
                generated,
                identity,
                collation,
                autoincrement,
                onConflict,
                storage,
                compression);
    }

    public Column withGenerated(@Nullable Generated newGenerated) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                comment,
                newGenerated,
                identity,
                collation,
                autoincrement,
                onConflict,
                storage,
                compression);
    }

    public Column withIdentity(@Nullable Identity newIdentity) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                comment,
                generated,
                newIdentity,
                collation,
                autoincrement,
                onConflict,
                storage,
                compression);
    }

    public Column withCollation(@Nullable String newCollation) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                comment,
                generated,
                identity,
                newCollation,
                autoincrement,
                onConflict,
                storage,
                compression);
    }

    public Column withAutoincrement(boolean newAutoincrement) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                comment,
                generated,
                identity,
                collation,
                newAutoincrement,
                onConflict,
                storage,
                compression);
    }

    public Column withOnConflict(@Nullable String newOnConflict) {
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
                newOnConflict,
                storage,
                compression);
    }

    public Column withToast(@Nullable String newStorage, @Nullable String newCompression) {
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
                newStorage,
                newCompression);
    }
}
