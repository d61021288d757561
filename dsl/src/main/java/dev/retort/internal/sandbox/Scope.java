package dev.retort.internal.sandbox;

import dev.retort.internal.script.BatchBuilder;
import dev.retort.internal.script.MigrationScript;
import dev.retort.internal.script.Operations;
import dev.retort.internal.script.RowsBuilder;
import dev.retort.internal.script.TableBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a script with words of its own. */
enum Scope {
    HEADER("at the top of a script", MigrationScript.class),
    OPERATIONS("inside upgrade, downgrade or change", Operations.class),
    ROWS("inside bulkInsert", RowsBuilder.class),
    TABLE("inside createTable", TableBuilder.class),
    BATCH("inside batchAlterTable", BatchBuilder.class);

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

    private final String place;
    private final Class<?> type;

    Scope(String place, Class<?> type) {
        this.place = place;
        this.type = type;
    }

    /** The room of a closure that this word takes, or null where it opens none. */
    static @Nullable Scope openedBy(String word) {
        return OPENED_BY.get(word);
    }

    /** Whether it is for the parts of one table, inside of where tables are spoken of. */
    boolean isInner() {
        return this == TABLE || this == BATCH;
    }

    /** The scope around the one of a table. */
    Scope outer() {
        return OPERATIONS;
    }

    /** Where it is, for a sentence. */
    String place() {
        return place;
    }

    Class<?> type() {
        return type;
    }
}
