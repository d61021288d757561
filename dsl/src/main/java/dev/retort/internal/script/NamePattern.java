package dev.retort.internal.script;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Bug;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.PostgresName;
import dev.retort.internal.script.NamingConvention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One pattern of a naming convention, with tokens such as {@code %(table_name)s}. */
final class NamePattern {

    /** What PostgreSQL calls things by itself: the table, the columns and a label. */
    private static final Pattern OF_POSTGRES =
            Pattern.compile("%\\(table_name\\)s(_%\\(column_0(?:_N)?_name\\)s)?_(pkey|fkey|key|idx|check|excl)");

    private static final Pattern TOKEN = Pattern.compile("%%|%(?:\\((\\w*)\\)s)?");

    /** {@code column_0_name}, {@code column_0N_label}, {@code referred_column_0_N_name}. */
    private static final Pattern COLUMN = Pattern.compile("(referred_)?column_(?:(\\d{1,3})|0(_?)N)_(name|label|key)");

    /** Of the tokens that are many, those that are wanted most. */
    private static final List<String> TOKENS = List.of(
            "table_name",
            "column_0_name",
            "column_0_label",
            "column_0N_name",
            "column_0_N_name",
            "referred_table_name",
            "referred_column_0_name",
            "constraint_name");

    /**
     * What is known of the thing to be named.
     *
     * @param columns null where the author did not say them, as when something is dropped
     * @param referred null where the author did not say it, and for what refers to nothing
     */
    record Named(
            String table,
            @Nullable String given,
            @Nullable List<String> columns,
            ForeignKeyReader.@Nullable Target referred) {}

    private final Kind kind;
    private final String text;

    private NamePattern(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** @throws RetortException of the kind USAGE where there is a token that there is not */
    static NamePattern of(Kind kind, String text) {
        if (text.isBlank()) {
            throw unfit("The naming convention for \"" + kind.key() + "\" is empty.", "Leave it out for the default.");
        }
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            check(kind, text, matcher);
        }
        return new NamePattern(kind, text);
    }

    private static void check(Kind kind, String text, Matcher matcher) {
        String token = matcher.group(1);
        if (matcher.group().equals("%%")) {
            return;
        } else if (token == null) {
            throw unfit(
                    "The naming convention for \"" + kind.key() + "\" has a lone % at character "
                            + (matcher.start() + 1) + ": " + text,
                    "A token is written %(table_name)s, and a % by itself %%.");
        }
        Matcher column = COLUMN.matcher(token);
        boolean known = TOKENS.contains(token)
                || column.matches()
                        && (column.group(1) == null || column.group(4).equals("name"));
        if (!known) {
            throw unfit(
                    "The naming convention for \"" + kind.key() + "\" has an unknown token \"" + token + "\".",
                    Suggestion.didYouMean(token, TOKENS).orElse("The tokens are " + String.join(", ", TOKENS) + "."));
        } else if (token.startsWith("referred_") && kind != Kind.FOREIGN_KEY) {
            throw unfit(
                    "The naming convention for \"" + kind.key() + "\" has the token \"" + token
                            + "\", but only a foreign key refers to something.",
                    "Use it for \"fk\".");
        }
    }

    private static RetortException unfit(String sentence, String hint) {
        return new RetortException(
                RetortException.Kind.USAGE, Problem.of(sentence).withHint(hint));
    }

    String text() {
        return text;
    }

    /** Whether names that are given go into it. */
    boolean wraps() {
        return text.contains("%(constraint_name)s");
    }

    /** @throws Refusal where the author did not say what the pattern asks for */
    NameCut.LongName name(Named named) {
        StringBuilder name = new StringBuilder();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String token = matcher.group(1);
            String value = token == null ? "%" : value(token, named);
            matcher.appendReplacement(name, Matcher.quoteReplacement(value));
        }
        return new NameCut.LongName(matcher.appendTail(name).toString(), ofPostgres(named));
    }

    private @Nullable String ofPostgres(Named named) {
        Matcher own = OF_POSTGRES.matcher(text);
        if (!own.matches()) {
            return null;
        }
        String columns = own.group(1);
        List<String> words = columns == null
                ? List.of()
                : List.of(column(columns.substring("_%(".length(), columns.length() - ")s".length()), named));
        return PostgresName.of(named.table(), words, own.group(2));
    }

    private String value(String token, Named named) {
        return switch (token) {
            case "table_name" -> named.table();
            case "constraint_name" -> given(named);
            case "referred_table_name" -> referred(token, named).table().name();
            default -> column(token, named);
        };
    }

    /** A check that has no name goes by its column, or by its number in the table. */
    private String given(Named named) {
        List<String> columns = named.columns();
        if (named.given() != null) {
            return named.given();
        } else if (kind == Kind.CHECK && columns != null && !columns.isEmpty()) {
            return columns.get(0);
        }
        throw new Refusal(
                "The naming convention for \"" + kind.key()
                        + "\" makes a name out of the one that is given, and here none is.",
                "Give it one; the convention is " + text + ".");
    }

    private String column(String token, Named named) {
        Matcher column = COLUMN.matcher(token);
        if (!column.matches()) {
            throw new Bug("a token that was checked: " + token);
        }
        List<String> names =
                column.group(1) != null ? referred(token, named).columns() : known(token, named.columns(), named);
        List<String> words = new ArrayList<>();
        for (String name : names) {
            words.add(column.group(4).equals("label") ? named.table() + "_" + name : name);
        }
        if (column.group(2) == null) {
            return String.join(column.group(3), words);
        }
        int index = Integer.parseInt(column.group(2));
        return index < words.size() ? words.get(index) : "";
    }

    private ForeignKeyReader.Target referred(String token, Named named) {
        ForeignKeyReader.Target target = named.referred();
        boolean columnsToo = !token.equals("referred_table_name");
        if (target == null || columnsToo && target.columns().isEmpty()) {
            throw unknown(token, named);
        }
        return target;
    }

    private List<String> known(String token, @Nullable List<String> columns, Named named) {
        if (columns == null || columns.isEmpty()) {
            throw unknown(token, named);
        }
        return columns;
    }

    private Refusal unknown(String token, Named named) {
        String what = named.given() == null ? "" : " of \"" + named.given() + "\"";
        return new Refusal(
                "The naming convention for \"" + kind.key() + "\" asks for %(" + token + ")s" + what
                        + ", which is not said here.",
                "Say it (when something is dropped: with was:), or give the whole name: f('…').");
    }
}
