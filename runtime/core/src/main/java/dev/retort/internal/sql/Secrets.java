package dev.retort.internal.sql;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What nobody may read where a statement is shown or kept: what follows PASSWORD in SQL and {@code password=} in the
 * address of a server, and the values that a run was given from outside.
 */
public final class Secrets {

    /** No values; passwords in SQL are hidden all the same. */
    public static final Secrets NONE = new Secrets(List.of());

    private static final String MASK = "***";

    /** A shorter value says nothing by itself and may be a part of any statement; it is hidden in quotes alone. */
    private static final int SHORT = 4;

    private static final String WORD = "(?:password|passwd|passfile|passphrase|sslpassword)";

    /** Bounded, as a match takes a piece of the stack for each character. */
    private static final Pattern PASSWORDS = Pattern.compile(
            String.join(
                    "|",
                    // password=''…'' in a connection string that is a literal itself
                    "\\b" + WORD + "\\s*=\\s*''(?<inner>(?:''''|[^']){1,1000})''",
                    // PASSWORD '…', password = E'…', 'password', '…'
                    "\\b" + WORD
                            + "\\b['\"]?\\s*(?:=>|:=|=|:|,)?\\s*(?:U&|[EN])?'(?<literal>(?:''|\\\\.|[^'\\\\]){1,1000})",
                    "\\b" + WORD + "\"?\\s*:\\s*\"(?<json>(?:\\\\.|[^\"\\\\]){1,1000})",
                    "\\b" + WORD + "\\s*\\$(?<tag>\\w*)\\$(?<dollar>.{1,1000}?)(?:\\$\\k<tag>\\$|$)",
                    "\\b" + WORD + "\\s*=\\s*(?<plain>[^\\s'\"&;,()$:?]++)(?!\\()",
                    "://[^/@\\s:']*:(?<url>[^/\\s'@]+)(?=@)"),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<String> GROUPS = List.of("inner", "literal", "json", "dollar", "plain", "url");

    private final List<Pattern> values;

    private Secrets(List<Pattern> values) {
        this.values = values;
    }

    /** Secrets that are the values, longest first, so that none hides a part of another one. */
    public static Secrets of(Collection<String> values) {
        Set<String> forms = new TreeSet<>((one, other) ->
                one.length() == other.length() ? one.compareTo(other) : Integer.compare(other.length(), one.length()));
        for (String value : values) {
            if (!value.isBlank()) {
                forms.add(value);
                forms.add(value.replace("'", "''"));
                forms.add(value.replace("\\", "\\\\").replace("'", "\\'"));
            }
        }
        return new Secrets(forms.stream().map(Secrets::pattern).toList());
    }

    private static Pattern pattern(String value) {
        String quoted = Pattern.quote(value);
        return Pattern.compile(
                value.length() < SHORT ? "(?<=['\"])" + quoted + "(?=['\"])" : "(?<!\\w)" + quoted + "(?!\\w)");
    }

    /** The text without secrets. */
    public String hidden(String text) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (Span span : spans(text)) {
            shown.append(text, from, span.start()).append(MASK);
            from = span.end();
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** Where an offset into the text is in what is left of it. */
    public int hiddenOffset(String text, int offset) {
        int shift = 0;
        for (Span span : spans(text)) {
            if (offset >= span.end()) {
                shift += MASK.length() - (span.end() - span.start());
            } else if (offset > span.start()) {
                return span.start() + shift;
            }
        }
        return offset + shift;
    }

    /** These, and the passwords in a statement, for what a database says of it. */
    public Secrets in(String sql) {
        List<Pattern> all = new ArrayList<>(values);
        Matcher found = PASSWORDS.matcher(sql);
        while (found.find()) {
            Span span = span(found);
            all.add(pattern(sql.substring(span.start(), span.end())));
        }
        return all.size() == values.size() ? this : new Secrets(all);
    }

    /** The failure without secrets. */
    public RetortException hidden(RetortException failure) {
        List<Problem> problems = failure.problems().stream()
                .map(problem -> new Problem(
                        problem.location(),
                        hidden(problem.sentence()),
                        problem.hint() == null ? null : hidden(problem.hint())))
                .toList();
        return problems.equals(failure.problems()) ? failure : new RetortException(failure.kind(), problems, failure);
    }

    private record Span(int start, int end) {}

    /** In their order, none within another. */
    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher passwords = PASSWORDS.matcher(text);
        while (passwords.find()) {
            spans.add(span(passwords));
        }
        for (Pattern value : values) {
            Matcher found = value.matcher(text);
            while (found.find()) {
                spans.add(new Span(found.start(), found.end()));
            }
        }
        List<Span> apart = new ArrayList<>();
        int end = 0;
        for (Span span : spans.stream()
                .sorted((one, other) -> one.start() == other.start()
                        ? Integer.compare(other.end(), one.end())
                        : Integer.compare(one.start(), other.start()))
                .toList()) {
            if (span.start() >= end) {
                apart.add(span);
                end = span.end();
            }
        }
        return apart;
    }

    private static Span span(Matcher found) {
        String group = GROUPS.stream()
                .filter(name -> found.group(name) != null)
                .findFirst()
                .orElseThrow();
        return new Span(found.start(group), found.end(group));
    }
}
