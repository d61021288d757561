package dev.retort.internal.verify.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts for a column, which say where they belong. */
final class TextValues {

    /** Longer ones fit nowhere into an index. */
    private static final int LONG = 2000;

    /** Much in one text: a few rows are to show most of what is done to texts. */
    private static final String RICH = " \u00c9'\"\\\n e\u0301 Aa 日😀\t%_ $$ :name ? {0} -- ; ";

    private static final List<String> ODD = List.of(
            "it's \"quoted\" \\ and %_",
            "é ü 日本 😀 e\u0301",
            "  blanks before and after  ",
            "two\nlines\tand a tab",
            "; -- $$ :name ? {0}",
            "NULL",
            "0",
            "ÄÖ UPPER lower");

    private final String label;

    TextValues(String label) {
        this.label = label;
    }

    String ordinary(long n) {
        return label + " " + n;
    }

    /** The same within a length: the number is what must stay. */
    String ordinary(long n, int length) {
        String whole = ordinary(n);
        if (whole.codePointCount(0, whole.length()) <= length) {
            return whole;
        }
        String number = Long.toString(n);
        if (number.length() >= length) {
            return counted(n, length, 'a');
        }
        int kept = label.offsetByCodePoints(
                0, Math.min(label.codePointCount(0, label.length()), length - number.length()));
        return label.substring(0, kept) + number;
    }

    /** The n-th text of a length, of letters and digits. */
    static String counted(long n, int length, char fill) {
        int first = fill == '0' ? 0 : 10;
        int size = fill == '0' ? 10 : 26;
        StringBuilder text = new StringBuilder();
        long rest = n;
        while (text.length() < length) {
            char digit = Character.forDigit(first + (int) (rest % size), 36);
            text.append(Character.isUpperCase(fill) ? Character.toUpperCase(digit) : digit);
            rest /= size;
        }
        return text.reverse().toString();
    }

    /** @param length null means any */
    List<Object> odd(@Nullable Integer length) {
        Set<Object> odd = new LinkedHashSet<>();
        odd.add(length == null ? RICH : cut(RICH, length));
        odd.add("");
        odd.add("x".repeat(length == null ? LONG / 4 : Math.min(length, LONG)));
        for (String text : ODD) {
            odd.add(length == null ? text : cut(text, length));
        }
        return new ArrayList<>(odd);
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
