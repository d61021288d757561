package dev.retort.internal.sandbox.runtime;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.jspecify.annotations.Nullable;

/** Methods that create a text as long as they are asked for, with a limit. */
public final class Texts {

    private static final double MOST_OF_ONE_CHARACTER = 18;
    private static final int MOST_OF_ONE_BYTE = 16;

    private Texts() {}

    public static String repeat(String text, int times, Guard guard) {
        guard.characters((double) text.length() * times);
        return text.repeat(times);
    }

    public static String multiply(CharSequence text, Number times, Guard guard) {
        guard.characters((double) text.length() * times.intValue());
        return StringGroovyMethods.multiply(text, times);
    }

    public static String indent(String text, int blanks, Guard guard) {
        guard.characters((double) text.lines().count() * Math.max(0, blanks) + text.length());
        return text.indent(blanks);
    }

    public static String plus(String left, CharSequence right, Guard guard) {
        guard.characters((double) left.length() + (right == null ? 4 : right.length()));
        return StringGroovyMethods.plus(left, right);
    }

    public static String plus(CharSequence left, @Nullable Object right, Guard guard) {
        guard.characters((double) left.length() + (right instanceof CharSequence text ? text.length() : 0));
        return StringGroovyMethods.plus(left, right);
    }

    public static String concat(String left, String right, Guard guard) {
        guard.characters((double) left.length() + right.length());
        return left.concat(right);
    }

    /** One character may become eighteen, where it stands for a whole phrase. */
    public static String normalize(CharSequence text, Normalizer.Form form, Guard guard) {
        guard.characters(text.length() * MOST_OF_ONE_CHARACTER);
        return Normalizer.normalize(text, form);
    }

    public static HexFormat ofDelimiter(String delimiter) {
        return HexFormat.ofDelimiter(ofByte(delimiter));
    }

    public static HexFormat withDelimiter(HexFormat format, String delimiter) {
        return format.withDelimiter(ofByte(delimiter));
    }

    public static HexFormat withPrefix(HexFormat format, String prefix) {
        return format.withPrefix(ofByte(prefix));
    }

    public static HexFormat withSuffix(HexFormat format, String suffix) {
        return format.withSuffix(ofByte(suffix));
    }

    /** It is written with each byte. */
    private static String ofByte(String text) {
        if (text.length() > MOST_OF_ONE_BYTE) {
            throw new IllegalArgumentException(
                    "What is written with each byte has at most " + MOST_OF_ONE_BYTE + " characters.");
        }
        return text;
    }

    public static StringBuilder append(StringBuilder builder, String more, Guard guard) {
        return builder.append(fitting(builder, more, guard));
    }

    public static StringBuilder append(StringBuilder builder, CharSequence more, Guard guard) {
        return builder.append(fitting(builder, more, guard));
    }

    public static StringBuilder append(StringBuilder builder, Object more, Guard guard) {
        return builder.append(fitting(builder, more, guard));
    }

    public static StringBuilder insert(StringBuilder builder, int at, String more, Guard guard) {
        return builder.insert(at, fitting(builder, more, guard));
    }

    public static StringBuilder insert(StringBuilder builder, int at, CharSequence more, Guard guard) {
        return builder.insert(at, fitting(builder, more, guard));
    }

    public static StringBuilder insert(StringBuilder builder, int at, Object more, Guard guard) {
        return builder.insert(at, fitting(builder, more, guard));
    }

    private static String fitting(StringBuilder builder, @Nullable Object more, Guard guard) {
        String text = String.valueOf(more);
        guard.characters((double) builder.length() + text.length());
        return text;
    }

    public static StringJoiner add(StringJoiner joiner, CharSequence more, Guard guard) {
        guard.characters((double) joiner.length() + String.valueOf(more).length());
        return joiner.add(more);
    }

    public static String join(CharSequence separator, Iterable<? extends CharSequence> texts, Guard guard) {
        joined(texts, separator, guard);
        return String.join(separator, texts);
    }

    public static String join(Iterable<?> elements, String separator, Guard guard) {
        joined(elements, separator, guard);
        return DefaultGroovyMethods.join(elements, separator);
    }

    public static String join(Iterable<?> elements, Guard guard) {
        joined(elements, "", guard);
        return DefaultGroovyMethods.join(elements);
    }

    /** Of what can be gone through twice, the texts are counted before. */
    private static void joined(Iterable<?> elements, @Nullable CharSequence separator, Guard guard) {
        double total = 0;
        if (elements instanceof Collection<?> all) {
            for (Object element : all) {
                total += element instanceof CharSequence text ? text.length() : 1;
            }
            total += separator == null ? 0 : (double) separator.length() * all.size();
        }
        guard.characters(total);
    }

    public static String padLeft(CharSequence text, Number length, Guard guard) {
        guard.characters(length.doubleValue());
        return StringGroovyMethods.padLeft(text, length);
    }

    public static String padLeft(CharSequence text, Number length, CharSequence with, Guard guard) {
        guard.characters(length.doubleValue());
        return StringGroovyMethods.padLeft(text, length, with);
    }

    public static String padRight(CharSequence text, Number length, Guard guard) {
        guard.characters(length.doubleValue());
        return StringGroovyMethods.padRight(text, length);
    }

    public static String padRight(CharSequence text, Number length, CharSequence with, Guard guard) {
        guard.characters(length.doubleValue());
        return StringGroovyMethods.padRight(text, length, with);
    }

    public static String center(CharSequence text, Number length, Guard guard) {
        guard.characters(length.doubleValue());
        return StringGroovyMethods.center(text, length);
    }

    public static String center(CharSequence text, Number length, CharSequence with, Guard guard) {
        guard.characters(length.doubleValue());
        return StringGroovyMethods.center(text, length, with);
    }

    public static String replace(String text, CharSequence what, CharSequence with, Guard guard) {
        long places = what.length() == 0 ? text.length() + 1L : text.length() / what.length();
        if ((double) places * with.length() > guard.budget().characters()) {
            places = what.length() == 0 ? places : occurrences(text, what.toString());
            guard.characters((double) places * with.length());
        }
        return text.replace(what, with);
    }

    private static long occurrences(String text, String what) {
        long count = 0;
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
            count++;
        }
        return count;
    }

    public static String replace(CharSequence text, Map<CharSequence, CharSequence> words, Guard guard) {
        int longest =
                words.values().stream().mapToInt(CharSequence::length).max().orElse(0);
        guard.characters((double) text.length() * longest);
        return StringGroovyMethods.replace(text, words);
    }

    public static String format(String format, @Nullable Object[] values, Guard guard) {
        return String.format(checked(format, guard), values);
    }

    public static String format(Locale locale, String format, @Nullable Object[] values, Guard guard) {
        return String.format(locale, checked(format, guard), values);
    }

    public static String formatted(String format, @Nullable Object[] values, Guard guard) {
        return checked(format, guard).formatted(values);
    }

    /** As Groovy has it: a list or an array holds the values. */
    public static String sprintf(@Nullable Object self, String format, @Nullable Object value, Guard guard) {
        return DefaultGroovyMethods.sprintf(format, checked(format, guard), value);
    }

    public static String sprintf(@Nullable Object self, String format, @Nullable Object[] values, Guard guard) {
        return String.format(checked(format, guard), values);
    }

    public static void setLength(StringBuilder builder, int length, Guard guard) {
        guard.characters(length);
        builder.setLength(length);
    }

    /** Widths and precisions are the only numbers in a format that make it long; the index of an argument is not. */
    private static String checked(String format, Guard guard) {
        double total = 0;
        int at = format.indexOf('%');
        while (at >= 0) {
            int i = at + 1;
            double number = 0;
            for (; i < format.length() && "-#+ 0,(<.$123456789".indexOf(format.charAt(i)) >= 0; i++) {
                char c = format.charAt(i);
                if (Character.isDigit(c)) {
                    number = number * 10 + (c - '0');
                } else if (c == '.') {
                    total += number;
                    number = 0;
                } else if (c == '$') {
                    number = 0;
                }
            }
            total += number;
            at = format.indexOf('%', i + 1);
        }
        guard.characters(total);
        return format;
    }
}
