package dev.retort.internal.chain;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.error.Suggestion;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the files of new revisions are named: text with Alembic's tokens, {@code %(year)d_%(month).2d_%(rev)s_%(slug)s}.
 * A percent sign may be doubled, as Alembic's configuration wants it.
 */
public final class FileNamePattern {

    /** Alembic's default. */
    public static final String DEFAULT = "%(rev)s_%(slug)s";

    private static final Pattern TOKEN = Pattern.compile("%%?\\((\\w*)\\)(?:\\.(\\d))?([sd]?)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final String pattern;
    private final int slugLength;

    /**
     * @param slugLength characters at most that the slug may have
     * @throws RetortException of the kind USAGE where a token is unknown, or without the id files would collide
     */
    public FileNamePattern(String pattern, int slugLength) {
        this.pattern = pattern;
        this.slugLength = slugLength;
        ZonedDateTime anyTime = ZonedDateTime.parse("2000-01-01T00:00:00Z");
        TOKEN.matcher(pattern).results().forEach(token -> value(token, values("x", "x", anyTime)));
        if (!pattern.contains("(rev)") && !pattern.contains("(slug)")) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("The file name pattern \"" + pattern + "\" names every file alike.")
                            .withHint("Put %(rev)s or %(slug)s into it."));
        }
        if (pattern.contains("/") || pattern.contains("\\")) {
            throw new RetortException(
                    Kind.USAGE, "The file name pattern \"" + pattern + "\" holds a folder; name only the file.");
        }
    }

    /** The name of a file, without its suffix. */
    public String name(String revision, String message, ZonedDateTime created) {
        Map<String, Object> values = values(revision, slug(message), created);
        String name = TOKEN.matcher(pattern).replaceAll(token -> Matcher.quoteReplacement(value(token, values)));
        // Without a message nothing follows the separator.
        return message.isBlank() ? name.replaceAll("[_-]+$", "") : name;
    }

    /** The words of a message, in small letters, cut where a word ends. */
    String slug(String message) {
        StringBuilder slug = new StringBuilder();
        Matcher words = WORD.matcher(message);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (slug.length() + word.length() + 1 > slugLength && slug.length() > 0) {
                break;
            }
            slug.append(slug.length() == 0 ? "" : "_").append(word);
        }
        return slug.length() > slugLength ? slug.substring(0, slugLength) : slug.toString();
    }

    private static Map<String, Object> values(String revision, String slug, ZonedDateTime created) {
        return new TreeMap<>(Map.of(
                "rev", revision,
                "slug", slug,
                "epoch", created.toEpochSecond(),
                "year", (long) created.getYear(),
                "month", (long) created.getMonthValue(),
                "day", (long) created.getDayOfMonth(),
                "hour", (long) created.getHour(),
                "minute", (long) created.getMinute(),
                "second", (long) created.getSecond()));
    }

    private static String value(MatchResult token, Map<String, Object> values) {
        String name = token.group(1);
        Object value = values.get(name);
        if (value == null) {
            Problem problem = Problem.of("The file name pattern has no token \"%(" + name + ")\".");
            String known = "It knows " + String.join(", ", values.keySet()) + ".";
            throw new RetortException(
                    Kind.USAGE,
                    problem.withHint(
                            Suggestion.didYouMean(name, values.keySet()).orElse(known)));
        }
        String width = token.group(2);
        return width == null || value instanceof String ? value.toString() : String.format("%0" + width + "d", value);
    }
}
