package dev.retort.internal.verify.rows;

import dev.retort.internal.error.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Says of rows and their values what a person at a console can use. */
final class RowWords {

    private static final int LONGEST = 60;
    /** What is shown before the place where two long values begin to differ. */
    private static final int BEFORE = 15;
    /** Of a row without a key. */
    private static final int MOST_COLUMNS = 4;

    private final List<String> columns;
    private final List<String> key;
    private final Predicate<String> plain;

    /**
     * @param key the columns that a row is called by; none where it has no key
     * @param plain whether a column's values need no quotes
     */
    RowWords(List<String> columns, List<String> key, Predicate<String> plain) {
        this.columns = columns;
        this.key = key;
        this.plain = plain;
    }

    /** {@code The row id = 3}. */
    String keyed(List<String> row) {
        return "The row " + pairs(row, key);
    }

    /** A row by what it still has; {@code A row with a = 1}. */
    String alike(List<String> row, List<String> now) {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (row.get(i).equals(now.get(i))) {
                same.add(columns.get(i));
            }
        }
        return same.isEmpty() ? "A row" : "A row with " + pairs(row, same);
    }

    private String pairs(List<String> row, List<String> wanted) {
        List<String> pairs = new ArrayList<>();
        for (String column : wanted.subList(0, Math.min(wanted.size(), key.isEmpty() ? MOST_COLUMNS : wanted.size()))) {
            pairs.add(column + " = " + shortened(value(column, row.get(columns.indexOf(column))), 0));
        }
        return String.join(", ", pairs);
    }

    /** {@code The row id = 3 had name = 'Ada', and now has name = NULL.} */
    String changed(String subject, String column, String was, String is) {
        String one = value(column, was);
        String other = value(column, is);
        int differs = 0;
        while (differs < Math.min(one.length(), other.length()) && one.charAt(differs) == other.charAt(differs)) {
            differs++;
        }
        return subject + " had " + column + " = " + shortened(one, differs) + ", and now has " + column + " = "
                + shortened(other, differs) + ".";
    }

    /** What follows the sentence of the first row. */
    String more(int rows, String column) {
        return rows == 0
                ? ""
                : rows == 1
                        ? " One more row has another " + column + "."
                        : " " + rows + " more rows have another " + column + ".";
    }

    String gone(List<List<String>> rows) {
        return all(rows, "is gone", "are gone");
    }

    String added(List<List<String>> rows) {
        return all(rows, "is new", "are new");
    }

    private String all(List<List<String>> rows, String one, String many) {
        String first = pairs(rows.get(0), key.isEmpty() ? columns : key);
        if (rows.size() > 1) {
            return rows.size() + " rows " + many + (first.isEmpty() ? "." : "; the first of them is " + first + ".");
        } else if (key.isEmpty()) {
            return (first.isEmpty() ? "A row " : "A row with " + first + " ") + one + ".";
        }
        return "The row " + first + " " + one + ".";
    }

    private String value(String column, String literal) {
        boolean quoted = literal.length() > 1 && literal.startsWith("'") && literal.endsWith("'");
        return plain.test(column) && quoted && literal.matches("'[-+\\w.]+'")
                ? literal.substring(1, literal.length() - 1)
                : literal;
    }

    /** @param from where it becomes interesting */
    private static String shortened(String value, int from) {
        if (value.length() <= LONGEST) {
            return VisibleText.line(value);
        }
        int begin = from < LONGEST - BEFORE ? 0 : from - BEFORE;
        int end = Math.min(value.length(), begin + LONGEST);
        begin -= begin > 0 && Character.isLowSurrogate(value.charAt(begin)) ? 1 : 0;
        end -= end < value.length() && Character.isLowSurrogate(value.charAt(end)) ? 1 : 0;
        return (begin > 0 ? "…" : "")
                + VisibleText.line(value.substring(begin, end))
                + (end < value.length() ? "…" : "")
                + " (" + value.length() + " characters)";
    }
}
