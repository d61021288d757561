package dev.retort.internal.script.verb;

/** The options of a column: in {@code createTable}, of {@code addColumn}, and in {@code batchAlterTable}. */
@Group(summary = "[those of a column](#tables)")
@Option(value = "nullable", type = Boolean.class, text = "`true` unless the column is a primary key or an identity")
@Option(
        value = "default",
        type = Object.class,
        text = "a value of the column's type, which is quoted as needed, or `sql('…')`; `'now()'` as a text, `0` for a"
                + " boolean, or a word that is none of the enumeration's are refused")
@Option(value = "primaryKey", type = Boolean.class, text = "the key of the table, or a part of it")
@Option(
        value = {"unique", "index"},
        type = Boolean.class,
        text = "one each; both together are one unique index")
@Option(value = "references", type = String.class, text = "`'users'`, `'users.id'`, `'app.users.id'`, `'users(id)'`")
@ReferenceOptions
@Option(value = "check", type = Object.class, text = "a condition in SQL")
@Option(
        value = "identity",
        type = Object.class,
        text = "`true`, `'always'`, `'by default'`, `[always: …, start: …, increment: …, min: …, max: …, cache: …,"
                + " cycle: …]`")
@Option(value = "generated", type = Object.class, text = "the expression of a computed column")
@Option(value = "stored", type = Boolean.class, text = "whether the value of a computed column is kept")
@Option(
        value = {"collation", "comment"},
        type = String.class,
        text = "text")
@Option(value = "autoincrement", type = Boolean.class, text = "SQLite's `AUTOINCREMENT`")
@Option(
        value = "onConflict",
        type = String.class,
        text = "SQLite's `ON CONFLICT` of the column's `NOT NULL`, key and unique constraint: `'REPLACE'`, `'IGNORE'`,"
                + " `'FAIL'`, `'ROLLBACK'`, `'ABORT'`")
@Option(
        value = {"storage", "compression"},
        type = String.class,
        text = "PostgreSQL's, of long values: `'EXTERNAL'`, `'lz4'`")
public @interface ColumnOptions {}
