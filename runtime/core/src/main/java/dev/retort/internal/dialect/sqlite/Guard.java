package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.GuardSql;
import dev.retort.internal.dialect.StepGuard;
import java.util.List;

/**
 * Fails when a transaction of a step begins, for the clients that stop there. SQLite's own shell goes on unless it was
 * started with {@code -bail}, and an error ends no transaction; so whether it failed is asked again right before the
 * commit, and then everything is undone.
 * The statements that run outside of transactions (PRAGMA, VACUUM) do no harm a second time.
 */
final class Guard {

    private static final String TABLE = "retort_step";

    private final StepGuard guard;

    Guard(StepGuard guard) {
        this.guard = guard;
    }

    /** A trigger, as a check could have been switched off; what it raises must be a literal. */
    GuardSql sql() {
        return new GuardSql(
                List.of(
                        "CREATE TEMP TABLE " + TABLE + " (starts INTEGER, ends INTEGER)",
                        trigger("starts", "ABORT"),
                        trigger("ends", "ROLLBACK"),
                        "INSERT INTO temp." + TABLE + " (starts) SELECT " + guard.condition()),
                List.of(
                        "INSERT INTO temp." + TABLE + " (ends) SELECT count(*) FROM temp." + TABLE,
                        "DROP TABLE IF EXISTS temp." + TABLE),
                List.of(),
                List.of());
    }

    private String trigger(String column, String action) {
        return """
                CREATE TEMP TRIGGER %1$s_%2$s BEFORE INSERT ON %1$s WHEN NEW.%2$s = 0 BEGIN
                    SELECT RAISE(%3$s, %4$s);
                END""".formatted(TABLE, column, action, Values.literal(guard.sentence()));
    }
}
