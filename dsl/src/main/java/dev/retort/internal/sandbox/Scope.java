package dev.retort.internal.sandbox;

import dev.retort.internal.script.BatchBuilder;
import dev.retort.internal.script.Declarations;
import dev.retort.internal.script.MigrationScript;
import dev.retort.internal.script.Operations;
import dev.retort.internal.script.RowsBuilder;
import dev.retort.internal.script.TableBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a script with words of its own. */
enum Scope {
    HEADER("at the top of a script", MigrationScript.class),
    OPERATIONS("inside upgrade, downgrade or change", Operations.class),
    ROWS("inside bulkInsert", RowsBuilder.class),
    TABLE("inside createTable", TableBuilder.class),
    BATCH("inside batchAlterTable", BatchBuilder.class),
    DECLARATIONS("in a schema file", Declarations.class),
    DECLARED_TABLE("inside table", TableBuilder.class);

    private static final List<Scope> OF_SCHEMA_FILES = List.of(DECLARATIONS, DECLARED_TABLE);

    private static final List<Scope> OF_REVISIONS = List.of(HEADER, OPERATIONS, ROWS, TABLE, BATCH);

    private static final Map<String, Scope> OPENED_BY = Map.of(
            "upgrade", OPERATIONS,
            "downgrade", OPERATIONS,
            "change", OPERATIONS,
            "autocommit", OPERATIONS,
            "bulkInsert", ROWS,
            "online", OPERATIONS,
            "offline", OPERATIONS,
            "createTable", TABLE,
            "dropTable", TABLE,
            "batchAlterTable", BATCH);

    private static final Map<String, Scope> OPENED_BY_DECLARING = Map.of("table", DECLARED_TABLE);

    private final String place;
    private final Class<?> type;

    Scope(String place, Class<?> type) {
        this.place = place;
        this.type = type;
    }

    /** Those of scripts of the same kind. */
    List<Scope> related() {
        return declares() ? OF_SCHEMA_FILES : OF_REVISIONS;
    }

    /** Whether it is a part of a schema file. */
    boolean declares() {
        return OF_SCHEMA_FILES.contains(this);
    }

    /** The scope of a closure that this word takes here, or null where it opens none. */
    @Nullable
    Scope openedBy(String word) {
        return (declares() ? OPENED_BY_DECLARING : OPENED_BY).get(word);
    }

    /** Whether it is for the parts of one table, inside of where tables are spoken of. */
    boolean isInner() {
        return this == TABLE || this == BATCH || this == DECLARED_TABLE;
    }

    /** The scope around the one of a table. */
    Scope outer() {
        return declares() ? DECLARATIONS : OPERATIONS;
    }

    /** The word that brings a table. */
    String creating() {
        return declares() ? "table" : "createTable";
    }

    /** Where it is, for a sentence. */
    String place() {
        return place;
    }

    Class<?> type() {
        return type;
    }
}
