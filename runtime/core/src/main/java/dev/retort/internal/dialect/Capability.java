package dev.retort.internal.dialect;

/** What not every database can do, by the name that people have for it. */
public enum Capability {
    /** What a statement that changes the schema did is undone with its transaction. */
    TRANSACTIONAL_DDL("changes of the schema that a transaction undoes"),
    /** A lock that a connection holds until it ends; without it, the lock of a transaction must do. */
    SESSION_LOCKS("locks of a session"),
    /** Rows follow a {@code COPY … FROM STDIN} in a file of SQL. */
    ROWS_IN_DUMPS("rows among the statements of a file of SQL"),

    ENUM_TYPES("enum types"),
    VIEWS("views"),
    MATERIALIZED_VIEWS("materialized views"),
    CHECKED_VIEWS("views that rows are written through"),
    VIEW_OPTIONS("options of views"),
    TRIGGERS("triggers"),
    TRIGGER_BODIES("triggers with statements of their own"),
    TRIGGER_FUNCTIONS("triggers that call a function"),
    TRIGGERS_OF_SEVERAL_EVENTS("triggers on several events"),
    TRUNCATE_TRIGGERS("TRUNCATE, so no triggers on it"),
    STATEMENT_TRIGGERS("triggers for each statement"),
    CONSTRAINT_TRIGGERS("constraint triggers"),
    TRANSITION_TABLES("triggers that see tables of old and new rows"),
    SEQUENCES("sequences"),
    EXTENSIONS("extensions that a migration installs"),
    SCHEMAS("schemas"),
    ROUTINES("stored functions and procedures"),
    ARRAYS("arrays"),
    INTERVALS("intervals"),
    PARTITIONS("partitions"),
    INHERITANCE("tables that inherit"),
    UNLOGGED_TABLES("unlogged tables"),
    EMPTIED_TEMPORARY_TABLES("temporary tables that empty themselves"),
    STORAGE_PARAMETERS("storage parameters"),
    TABLESPACES("tablespaces"),
    COLUMN_STORAGE("storage modes of columns"),
    COLUMN_COMPRESSION("compression of columns"),
    STEPPED_IDENTITY("identity columns that start or step other than by 1"),
    LIMITED_IDENTITY("identity columns with a limit"),
    CACHED_IDENTITY("identity columns with a cache"),
    CYCLING_IDENTITY("identity columns that begin again"),
    LATER_IDENTITY("columns that are numbered later"),
    CONSTRAINT_INCLUDES("constraints that include columns"),
    CONSTRAINT_INDEXES("constraints that use an index"),
    EXCLUSION_CONSTRAINTS("exclusion constraints"),
    NULLS_NOT_DISTINCT("unique rules in which nulls are not distinct"),
    DEFERRABLE_PRIMARY_KEYS("primary keys that are checked later"),
    DEFERRABLE_UNIQUE_CONSTRAINTS("unique constraints that are checked later"),
    FOREIGN_KEY_MATCH("foreign keys that keep MATCH FULL"),
    FOREIGN_KEY_COLUMNS("foreign keys that set some of their columns"),
    UNENFORCED_FOREIGN_KEYS("foreign keys that are not enforced"),
    UNENFORCED_CONSTRAINTS("constraints that are not enforced"),
    INDEX_METHODS("index methods"),
    INDEX_INCLUDES("indexes that include columns"),
    OPERATOR_CLASSES("operator classes"),
    NULLS_ORDER("indexes that place nulls"),
    STRICT_TABLES("strict tables"),
    TABLES_WITHOUT_ROWID("tables without rowid"),
    AUTOINCREMENT("AUTOINCREMENT columns"),
    CONFLICT_CLAUSES("columns and constraints with ON CONFLICT"),
    UNTYPED_COLUMNS("columns without a type"),
    COLUMN_PLACES("places for a column among the others"),
    REBUILDING_BATCHES("batches that rebuild a table");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    /** What a database that is capable of it has, for a sentence: {@code sequences}. */
    public String words() {
        return words;
    }
}
