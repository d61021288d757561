package dev.retort.internal.sandbox.runtime;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.jspecify.annotations.Nullable;

/** Regular expressions over a {@link GuardedText}, in place of those of the JDK and Groovy. */
public final class Regexes {

    private Regexes() {}

    private static Matcher matcher(@Nullable Object text, @Nullable Object regex, Guard guard) {
        Pattern pattern = regex instanceof Pattern compiled ? compiled : Pattern.compile(Coercions.text(regex));
        return pattern.matcher(GuardedText.of(Coercions.text(text), guard));
    }

    public static Matcher findRegex(@Nullable Object text, @Nullable Object regex, Guard guard) {
        return matcher(text, regex, guard);
    }

    public static boolean matchRegex(@Nullable Object text, @Nullable Object regex, Guard guard) {
        return text != null && regex != null && matcher(text, regex, guard).matches();
    }

    public static Matcher matcher(Pattern pattern, CharSequence text, Guard guard) {
        return pattern.matcher(GuardedText.of(text, guard));
    }

    public static Matcher reset(Matcher matcher, CharSequence text, Guard guard) {
        return matcher.reset(GuardedText.of(text, guard));
    }

    public static boolean matches(String regex, CharSequence text, Guard guard) {
        return matcher(text, regex, guard).matches();
    }

    public static boolean matches(String text, String regex, Guard guard) {
        return matcher(text, regex, guard).matches();
    }

    public static boolean matches(CharSequence text, Pattern regex, Guard guard) {
        return matcher(text, regex, guard).matches();
    }

    public static boolean isCase(Pattern regex, @Nullable Object value, Guard guard) {
        return value != null && matcher(value, regex, guard).matches();
    }

    public static boolean isNotCase(Pattern regex, @Nullable Object value, Guard guard) {
        return !isCase(regex, value, guard);
    }

    public static String[] split(Pattern regex, CharSequence text, Guard guard) {
        return regex.split(GuardedText.of(text, guard));
    }

    public static String[] split(Pattern regex, CharSequence text, int limit, Guard guard) {
        return regex.split(GuardedText.of(text, guard), limit);
    }

    public static String[] split(String text, String regex, Guard guard) {
        return split(Pattern.compile(regex), text, guard);
    }

    public static String[] split(String text, String regex, int limit, Guard guard) {
        return split(Pattern.compile(regex), text, limit, guard);
    }

    public static String replaceAll(String text, String regex, String replacement, Guard guard) {
        return replaced(matcher(text, regex, guard), replacement, guard);
    }

    public static String replaceAll(CharSequence text, CharSequence regex, CharSequence replacement, Guard guard) {
        return replaced(matcher(text, regex, guard), replacement.toString(), guard);
    }

    public static String replaceAll(CharSequence text, Pattern regex, CharSequence replacement, Guard guard) {
        return replaced(matcher(text, regex, guard), replacement.toString(), guard);
    }

    public static String replaceAll(CharSequence text, CharSequence regex, Closure<?> closure, Guard guard) {
        return replaceAll(text, Pattern.compile(regex.toString()), closure, guard);
    }

    public static String replaceAll(CharSequence text, Pattern regex, Closure<?> closure, Guard guard) {
        return StringGroovyMethods.replaceAll(GuardedText.of(text, guard), regex, closure);
    }

    public static String replaceAll(Matcher matcher, String replacement, Guard guard) {
        return replaced(matcher.reset(), replacement, guard);
    }

    public static Matcher appendReplacement(Matcher matcher, StringBuilder out, String replacement, Guard guard) {
        guard.characters(out.length() + growth(matcher, replacement));
        return matcher.appendReplacement(out, replacement);
    }

    /** Text by text, so that it can be stopped before it is too long. */
    private static String replaced(Matcher matcher, String replacement, Guard guard) {
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            appendReplacement(matcher, out, replacement, guard);
        }
        return matcher.appendTail(out).toString();
    }

    /** At most so many characters come in the place of a match. */
    private static double growth(Matcher matcher, String replacement) {
        int longest = 0;
        for (int i = 0; i <= matcher.groupCount(); i++) {
            longest = Math.max(longest, matcher.end(i) - matcher.start(i));
        }
        double groups = replacement.chars().filter(c -> c == '$').count();
        return replacement.length() + groups * longest;
    }

    public static String replaceFirst(String text, String regex, String replacement, Guard guard) {
        return matcher(text, regex, guard).replaceFirst(replacement);
    }

    public static String replaceFirst(CharSequence text, CharSequence regex, CharSequence replacement, Guard guard) {
        return matcher(text, regex, guard).replaceFirst(replacement.toString());
    }

    public static String replaceFirst(CharSequence text, Pattern regex, CharSequence replacement, Guard guard) {
        return matcher(text, regex, guard).replaceFirst(replacement.toString());
    }

    public static String minus(CharSequence text, Pattern regex, Guard guard) {
        return matcher(text, regex, guard).replaceFirst("");
    }

    public static @Nullable String find(CharSequence text, CharSequence regex, Guard guard) {
        return find(text, Pattern.compile(regex.toString()), guard);
    }

    public static @Nullable String find(CharSequence text, Pattern regex, Guard guard) {
        Matcher matcher = matcher(text, regex, guard);
        return matcher.find() ? matcher.group() : null;
    }

    public static @Nullable String find(CharSequence text, CharSequence regex, Closure<?> closure, Guard guard) {
        return find(text, Pattern.compile(regex.toString()), closure, guard);
    }

    public static @Nullable String find(CharSequence text, Pattern regex, Closure<?> closure, Guard guard) {
        Matcher matcher = matcher(text, regex, guard);
        return matcher.find() ? String.valueOf(closure.call(groups(matcher))) : null;
    }

    public static List<String> findAll(CharSequence text, CharSequence regex, Guard guard) {
        return findAll(text, Pattern.compile(regex.toString()), guard);
    }

    public static List<String> findAll(CharSequence text, Pattern regex, Guard guard) {
        return new ArrayList<>(
                matcher(text, regex, guard).results().map(MatchResult::group).toList());
    }

    public static List<?> findAll(CharSequence text, CharSequence regex, Closure<?> closure, Guard guard) {
        return findAll(text, Pattern.compile(regex.toString()), closure, guard);
    }

    public static List<?> findAll(CharSequence text, Pattern regex, Closure<?> closure, Guard guard) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object groups : groups(text, regex, guard)) {
            found.add(closure.call(groups));
        }
        return found;
    }

    public static CharSequence eachMatch(CharSequence text, CharSequence regex, Closure<?> closure, Guard guard) {
        return eachMatch(text, Pattern.compile(regex.toString()), closure, guard);
    }

    public static CharSequence eachMatch(CharSequence text, Pattern regex, Closure<?> closure, Guard guard) {
        groups(text, regex, guard).forEach(closure::call);
        return text;
    }

    public static String eachMatch(String text, String regex, Closure<?> closure, Guard guard) {
        return eachMatch(text, Pattern.compile(regex), closure, guard);
    }

    public static String eachMatch(String text, Pattern regex, Closure<?> closure, Guard guard) {
        groups(text, regex, guard).forEach(closure::call);
        return text;
    }

    /** As Groovy gives them to closures: the match alone, or a list of it and its groups. */
    private static List<Object> groups(CharSequence text, Pattern regex, Guard guard) {
        List<Object> all = new ArrayList<>();
        Matcher matcher = matcher(text, regex, guard);
        while (matcher.find()) {
            all.add(groups(matcher));
        }
        return all;
    }

    private static Object groups(Matcher matcher) {
        List<@Nullable String> groups = new ArrayList<>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return groups.size() == 1 ? matcher.group() : groups;
    }
}
