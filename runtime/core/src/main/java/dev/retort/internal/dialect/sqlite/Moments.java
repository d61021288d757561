package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as SQL makes them of a text, in the form {@link Values} writes; NULL where the text is none. SQLite's
 * own functions read more than dates: a number is a day of the Julian calendar to them, and 30 February is 2 March.
 */
final class Moments {

    private static final String DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";
    private static final String OFFSET = "[+-][0-9][0-9]:[0-9][0-9]";

    /** {@code moment} is a day that exists, and after it a time of day or nothing. */
    private static final String IS_MOMENT =
            "moment GLOB '" + DAY + "*' AND date(substr(moment, 1, 10)) = substr(moment, 1, 10)"
                    + " AND (length(moment) = 10 OR (substr(moment, 11, 1) IN (' ', 'T') AND datetime(moment) IS NOT NULL))";

    private static final String IS_TIME = "moment GLOB '[0-2][0-9]:[0-5][0-9]*' AND time(moment) IS NOT NULL";

    private Moments() {}

    static String date(String value, String trimmed) {
        return of(value, trimmed, "CASE WHEN " + IS_MOMENT + " THEN substr(moment, 1, 10) END");
    }

    static String timestamp(String value, String trimmed, ColumnType.Timestamp type) {
        String local = "substr(body, 1, 10) || ' ' || substr(body, 12)";
        String utc = "CASE WHEN body = moment THEN " + local + " ELSE datetime(moment) || substr(body, 20) END";
        String precise = precise("substr(body, 20)", type.precision());
        String made = "CASE WHEN length(moment) = 10 THEN moment || ' 00:00:00'" + precise + " ELSE "
                + (type.timezone() ? utc : local) + " END";
        return of(value, trimmed, "CASE WHEN " + IS_MOMENT + " THEN " + body("moment", 16, made) + " END");
    }

    static String time(String value, String trimmed, ColumnType.Time type) {
        String precise = precise("substr(body, 9)", type.precision());
        String offset = type.timezone() ? " || coalesce(nullif(substr(moment, length(body) + 1), ''), '+00:00')" : "";
        String made = "CASE WHEN moment IS NULL THEN NULL" + precise + " ELSE body" + offset + " END";
        String ofDay = body("moment", 5, made);
        String clock = "CASE WHEN " + IS_TIME + " THEN moment WHEN length(moment) > 10 AND " + IS_MOMENT
                + " THEN substr(moment, 12) END";
        return of(value, trimmed, "(SELECT " + ofDay + " FROM (SELECT " + clock + " AS moment))");
    }

    /** An offset of hours alone, as PostgreSQL writes it, is one SQLite does not read. */
    private static String of(String value, String trimmed, String body) {
        String moment = "CASE WHEN " + trimmed + " GLOB '*[0-9][+-][0-9][0-9]' AND length(" + trimmed + ") <> 10 THEN "
                + trimmed + " || ':00' ELSE " + trimmed + " END";
        return "(SELECT " + body + " FROM (SELECT CASE typeof(" + value + ") WHEN 'text' THEN " + moment
                + " END AS moment))";
    }

    /** {@code body} is the moment without its offset, and with seconds. */
    private static String body(String moment, int lengthWithoutSeconds, String made) {
        String bare = "CASE WHEN " + moment + " GLOB '*" + OFFSET + "' THEN rtrim(substr(" + moment + ", 1, length("
                + moment + ") - 6)) ELSE rtrim(" + moment + ", 'Zz ') END";
        return "(SELECT " + made + " FROM (SELECT bare || CASE length(bare) WHEN " + lengthWithoutSeconds
                + " THEN ':00' ELSE '' END AS body FROM (SELECT " + bare + " AS bare)))";
    }

    /** A fraction that is longer than the type's would have to be rounded. */
    private static String precise(String fraction, @Nullable Integer precision) {
        return precision == null ? "" : " WHEN length(" + fraction + ") > " + (precision + 1) + " THEN NULL";
    }
}
