package dev.retort.internal.dialect.postgres;

import dev.retort.RetortException;
import dev.retort.internal.sql.Excerpt;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings by which the server cuts text into words. They are the same for all of a run, so that text means what it says. */
final class LexicalSettings {

    static final String CONFORMING = "standard_conforming_strings";

    private static final String ENCODING = "client_encoding";

    /** With what each may be set, in lower case: what dumps say of it, and what it is. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            CONFORMING,
            Set.of("on", "true", "yes", "1"),
            ENCODING,
            Set.of("utf8", "utf-8", "unicode"),
            "backslash_quote",
            Set.of("safe_encoding"));

    private LexicalSettings() {}

    /**
     * Refuses a statement that says it would set one of them to something else. What a function sets is seen when it has
     * done so.
     *
     * @param tokens without spaces and comments
     */
    static void refuse(List<SqlToken> tokens, String sql) {
        for (int i = 0; i < tokens.size(); i++) {
            String name = name(tokens, i);
            Set<String> allowed = name == null ? null : ALLOWED.get(name);
            if (name != null && allowed != null && !allowed.contains(value(tokens, i + 1))) {
                throw refused(name, sql);
            }
        }
    }

    /** What a statement sets at a place; null where it sets nothing there. */
    private static @Nullable String name(List<SqlToken> tokens, int at) {
        SqlToken token = tokens.get(at);
        String word = text(token);
        if (at >= 2 && tokens.get(at - 1).isSymbol("(") && tokens.get(at - 2).isWord("SET_CONFIG")) {
            return word;
        }
        boolean sets = tokens.get(0).isWord("SET") || tokens.get(0).isWord("RESET");
        boolean scoped =
                at == 2 && (tokens.get(1).isWord("LOCAL") || tokens.get(1).isWord("SESSION"));
        if (!sets || token.kind() == Kind.STRING || !(at == 1 || scoped)) {
            return null;
        }
        return word.equals("names") ? ENCODING : word;
    }

    /** What comes after {@code TO}, {@code =} or a comma; empty where nothing does. */
    private static String value(List<SqlToken> tokens, int from) {
        for (SqlToken token : tokens.subList(from, tokens.size())) {
            if (!token.isWord("TO") && !token.isSymbol("=") && !token.isSymbol(",")) {
                return text(token);
            }
        }
        return "";
    }

    private static String text(SqlToken token) {
        String text = token.kind() == Kind.STRING ? token.text().replaceAll("^[eE]?'|'$", "") : token.identifier();
        return text.toLowerCase(Locale.ROOT);
    }

    private static RetortException refused(String name, String sql) {
        return Refusal.of(
                "A migration may not change how the server reads text, which " + name + " does: " + sql + ".",
                "Leave it out. Write strings with escapes as E'…'; files are UTF-8.");
    }

    /** What has been changed behind the text's back. */
    static RetortException changed(@Nullable String sql) {
        return Refusal.of(
                "This has switched off " + CONFORMING + ", so that the server reads text differently: "
                        + (sql == null ? "one of the revision's statements" : Excerpt.of(sql)) + ".",
                "Leave it out. Write strings with escapes as E'…'.");
    }
}
