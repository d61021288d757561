package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.GuardSql;
import dev.retort.internal.dialect.StepGuard;
import java.util.List;

/**
 * Ends the transaction of a step with an error, so that the server ignores whatever comes before its COMMIT even where
 * the client goes on after errors. What cannot run in a transaction is refused by making the session read-only for it.
 */
final class Guard {

    private static final String BEGIN = "DO $retort$\nBEGIN\n";
    private static final String END = "END\n$retort$";

    private static final String DECLARED = """
                path text := current_setting('search_path');
                role text := current_setting('role');
            """;

    private static final String LEFT = """
                SET LOCAL ROLE NONE;
                SET LOCAL search_path TO DEFAULT;
            """;

    private static final String BACK = """
                PERFORM set_config('search_path', path, true), set_config('role', role, true);
            """;

    private static final String READ_ONLY = "default_transaction_read_only";

    private final StepGuard guard;

    Guard(StepGuard guard) {
        this.guard = guard;
    }

    GuardSql sql() {
        String refusal = refusal();
        return new GuardSql(List.of(refusal), List.of(), List.of(readOnly(), refusal), List.of("RESET " + READ_ONLY));
    }

    /** The lock makes two clients that run the script at the same time one after the other. */
    private String refusal() {
        String table = Identifiers.quote(guard.table());
        String column = Identifiers.quote(guard.column());
        return block("""
                    LOCK TABLE %1$s IN SHARE ROW EXCLUSIVE MODE;
                    IF NOT %2$s THEN
                        RAISE EXCEPTION '%%', %3$s
                            USING DETAIL = (SELECT 'Its rows now: ' || coalesce(string_agg(%4$s, ', ' ORDER BY %4$s), 'none') || '.' FROM %1$s);
                    END IF;
                """.formatted(table, guard.condition(), Values.literal(guard.sentence()), column));
    }

    private String readOnly() {
        return block("    PERFORM set_config('%s', CASE WHEN %s THEN 'off' ELSE 'on' END, false);\n"
                .formatted(READ_ONLY, guard.condition()));
    }

    private static String block(String body) {
        return BEGIN + body + END;
    }

    /** The same statement where a script may have set another search path or role by now. */
    static String atHome(String statement) {
        return statement
                .replace(BEGIN, "DO $retort$\nDECLARE\n" + DECLARED + "BEGIN\n" + LEFT)
                .replace(END, BACK + END);
    }
}
