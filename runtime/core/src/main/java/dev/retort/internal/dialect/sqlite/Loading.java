package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What rows are loaded into, and what the texts of files become in a column: SQLite itself would keep any text in any
 * column, so the declared type is held to here.
 */
final class Loading {

    private static final String COLUMNS = "SELECT name, type, hidden FROM pragma_table_xinfo(?) ORDER BY cid";

    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

    /** A width beyond nine digits bounds nothing that there is. */
    private static final Pattern WIDTH = Pattern.compile(" *\\d{1,9} *");

    private Loading() {}

    static LoadTarget target(QualifiedName table, Catalog catalog) {
        Map<String, LoadTarget.Column> columns = new LinkedHashMap<>();
        for (Row row : catalog.query(COLUMNS, Names.unqualified(table))) {
            String name = String.valueOf(row.get("name"));
            Object hidden = row.get("hidden");
            boolean computed = hidden instanceof Number kind && kind.longValue() >= 2;
            String type = String.valueOf(row.get("type")).toUpperCase(Locale.ROOT);
            columns.put(name, new LoadTarget.Column(name, type, computed ? "is computed from others" : null));
        }
        if (columns.isEmpty()) {
            throw Refusal.of("There is no table \"" + table + "\".", "Create it before its rows are loaded.");
        }
        return new LoadTarget(table, columns, true);
    }

    /** What a cell becomes in a column of one type: found once, for there may be a million rows. */
    private interface Conversion {
        Object of(Cell cell);
    }

    private static final Map<String, Conversion> CONVERSIONS = new ConcurrentHashMap<>();

    static Object value(Cell cell, LoadTarget.Column column) {
        try {
            return CONVERSIONS
                    .computeIfAbsent(column.type(), Loading::conversion)
                    .of(cell);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("\"" + cell.text() + "\" is no "
                                    + column.type().toLowerCase(Locale.ROOT) + ", as the column \"" + column.name()
                                    + "\" is.")
                            .withHint(hint(column.type())));
        }
    }

    private static Conversion conversion(String type) {
        if (type.contains("JSON")) {
            return Cell::json;
        } else if (type.contains("BOOL")) {
            return cell -> bool(cell.text());
        } else if (type.contains("INT") && !type.contains("INTERVAL") && !type.contains("POINT")) {
            return cell -> whole(cell.text());
        } else if (type.contains("REAL")
                || type.contains("FLOA")
                || type.contains("DOUB")
                || type.contains("NUMERIC")
                || type.contains("DECIMAL")) {
            return cell -> new BigDecimal(cell.text().strip());
        } else if (type.contains("BLOB")) {
            return cell -> bytes(cell.text());
        } else if (type.contains("TIMESTAMP") || type.contains("DATETIME")) {
            return cell -> dateTime(cell.text().strip());
        } else if (type.equals("DATE")) {
            return cell -> LocalDate.parse(cell.text().strip());
        } else if (type.equals("TIME")) {
            return cell -> LocalTime.parse(cell.text().strip());
        }
        int width = width(type);
        return width < 0 ? Cell::text : cell -> cut(type, width, cell.text());
    }

    private static Object bool(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!TRUE.contains(word) && !FALSE.contains(word)) {
            throw new IllegalArgumentException(text);
        }
        return TRUE.contains(word);
    }

    private static Object whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            // Blanks around it, or beyond what SQLite can hold.
            BigInteger number = new BigInteger(text.strip());
            if (number.bitLength() >= Long.SIZE) {
                throw new IllegalArgumentException(text, e);
            }
            return number.longValue();
        }
    }

    private static Object bytes(String text) {
        if (!text.startsWith("\\x")) {
            throw new IllegalArgumentException(text);
        }
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    /** How many characters it holds; -1 where it does not say. */
    private static int width(String type) {
        int open = type.contains("CHAR") ? type.indexOf('(') : -1;
        int close = type.indexOf(')', open + 1);
        if (open < 0
                || close < 0
                || !WIDTH.matcher(type.substring(open + 1, close)).matches()) {
            return -1;
        }
        return Integer.parseInt(type.substring(open + 1, close).strip());
    }

    /** Blanks beyond the length are cut off, as the SQL standard has it and PostgreSQL does. */
    private static String cut(String type, int width, String text) {
        if (text.length() <= width) {
            return text;
        }
        int length = text.codePointCount(0, text.length());
        if (length <= width) {
            return text;
        }
        int end = text.offsetByCodePoints(0, width);
        if (!text.substring(end).isBlank()) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("A value of " + length + " characters is too long for " + type.toLowerCase(Locale.ROOT)
                                    + ".")
                            .withHint("Shorten it, or give the column room for it."));
        }
        return text.substring(0, end);
    }

    /** No pattern has a part in it: there may be a million of them. */
    private static Object dateTime(String text) {
        int blank = text.indexOf(' ');
        String iso = blank < 0 ? text : text.substring(0, blank) + "T" + text.substring(blank + 1);
        int time = iso.indexOf('T');
        if (time < 0) {
            return LocalDate.parse(iso).atStartOfDay();
        }
        int sign = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
        if (sign > time) {
            boolean hours = sign == iso.length() - "+00".length();
            return OffsetDateTime.parse(hours ? iso + ":00" : iso);
        }
        return iso.endsWith("Z") ? (Object) OffsetDateTime.parse(iso) : LocalDateTime.parse(iso);
    }

    private static String hint(String type) {
        if (type.contains("BLOB")) {
            return "Bytes are written in hexadecimal, as in \\x68656c6c6f.";
        } else if (type.contains("BOOL")) {
            return "Write true or false.";
        } else if (type.contains("TIME") || type.contains("DATE")) {
            return "Dates and times are written as in 2026-11-21 and 2026-11-21T10:15:00Z.";
        }
        return "Correct the file, or leave the value empty for NULL.";
    }
}
