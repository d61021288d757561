package dev.retort.internal.schema;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * The names that PostgreSQL itself gives to constraints and indexes, cut as it cuts them.
 *
 * @see <a href="https://github.com/postgres/postgres/blob/master/src/backend/commands/indexcmds.c">makeObjectName</a>
 */
public final class PostgresName {

    /** Of an identifier; PostgreSQL cuts longer ones silently. */
    public static final int MOST_BYTES = 63;

    private PostgresName() {}

    /**
     * {@code table_a_b_key}: whichever of the table and the columns is longer is shortened, and the label stays.
     *
     * @param columns empty for what is named by its table alone
     */
    public static String of(String table, Collection<String> columns, String label) {
        String joined = String.join("_", columns);
        int overhead = 1 + bytes(label) + (joined.isEmpty() ? 0 : 1);
        int first = bytes(table);
        int second = bytes(joined);
        while (first + second > MOST_BYTES - overhead) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        String end = "_" + label;
        return joined.isEmpty() ? cut(table, first) + end : cut(table, first) + "_" + cut(joined, second) + end;
    }

    /** As PostgreSQL cuts a name that was given: whole characters that fit. */
    public static String cut(String name) {
        return cut(name, MOST_BYTES);
    }

    /** The beginning of a text that takes no more bytes, without a broken character. */
    public static String cut(String text, int most) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
