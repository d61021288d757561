package dev.retort.internal.dialect.postgres;

import dev.retort.RetortException;
import dev.retort.internal.dialect.ServerVersion;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an older server takes for a slip of the pen. */
final class NewerSyntax {

    private static final String TABLE = "^(?:CREATE|ALTER) .*\\bTABLE\\b.*";

    /** Behind these a constraint goes on; in an expression nothing that begins with NOT can follow them. */
    private static final String OF_CONSTRAINT = "(?:\\)|\\bREFERENCES \\S+|\\bCASCADE|\\bRESTRICT|\\bACTION|\\bSET NULL"
            + "|\\bSET DEFAULT|\\bFULL|\\bSIMPLE|\\bINHERIT|\\bDEFERR\\w+|\\bIMMEDIATE)";

    /** @param text with the place at which an older server stumbles as the group {@code at} */
    private record Word(String name, Pattern text, int since) {
        static Word of(int since, String name, String before, String at) {
            // However the words are spaced.
            String text = (before + "(?<at>" + at + ")").replace(" ", "\\s+");
            return new Word(name, Pattern.compile(text, Pattern.DOTALL), since);
        }
    }

    private static final List<Word> WORDS = List.of(
            Word.of(14, "COMPRESSION of a column", TABLE, "\\bCOMPRESSION (?:PGLZ|LZ4|DEFAULT)\\b"),
            Word.of(14, "DETACH PARTITION … CONCURRENTLY", "\\bDETACH PARTITION \\S+ ", "CONCURRENTLY\\b"),
            Word.of(14, "CREATE OR REPLACE TRIGGER", "^CREATE OR REPLACE ", "TRIGGER\\b"),
            Word.of(14, "BEGIN ATOMIC", "^CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE)\\b.*", "\\bBEGIN ATOMIC\\b"),
            Word.of(15, "NULLS NOT DISTINCT", "", "\\bNULLS NOT DISTINCT\\b"),
            Word.of(15, "SET NULL with columns", "\\bON DELETE SET NULL\\s*", "\\("),
            Word.of(15, "SET DEFAULT with columns", "\\bON DELETE SET DEFAULT\\s*", "\\("),
            Word.of(15, "MERGE", "^(?:WITH\\b.*\\)\\s*)?", "MERGE INTO\\b"),
            Word.of(15, "A sequence that is UNLOGGED", "^CREATE UNLOGGED ", "SEQUENCE\\b"),
            Word.of(
                    15,
                    "SECURITY_INVOKER of a view",
                    "^CREATE .*\\bVIEW\\b.*\\bWITH\\s*\\(.*",
                    "\\bSECURITY_INVOKER\\b"),
            Word.of(
                    16,
                    "STORAGE in the definition of a column",
                    TABLE,
                    "(?<!\\b(?:SET|INCLUDING|EXCLUDING)\\s{1,99})\\bSTORAGE (?:PLAIN|EXTERNAL|EXTENDED|MAIN|DEFAULT)\\b"),
            Word.of(17, "MERGE … WHEN NOT MATCHED BY", "\\bWHEN NOT MATCHED ", "BY\\b"),
            Word.of(
                    18,
                    "A generated column that is VIRTUAL",
                    TABLE + "\\bGENERATED ALWAYS AS\\s*\\(.*\\)\\s*",
                    "VIRTUAL\\b"),
            Word.of(18, "NOT ENFORCED", TABLE + OF_CONSTRAINT + "\\s*\\bNOT ", "ENFORCED\\b"),
            Word.of(18, "WITHOUT OVERLAPS", TABLE, "\\bWITHOUT OVERLAPS\\b"));

    private static final int NEWEST = 18;

    private static final String ASK =
            "query(\"SELECT current_setting('server_version_num')::int AS version\")[0].integer('version')";

    /** Most statements have none of them, and are not cut into tokens for that. */
    private static final Pattern SUSPECT = Pattern.compile("(?i)COMPRESSION|DETACH|TRIGGER|ATOMIC|DISTINCT|REFERENCES"
            + "|MERGE|UNLOGGED|SECURITY_INVOKER|STORAGE|VIRTUAL|ENFORCED|OVERLAPS");

    private NewerSyntax() {}

    /**
     * From which version on the server would have understood.
     *
     * @param position of the syntax error, from 1
     */
    static Optional<String> note(String sql, int position) {
        if (position < 1 || position > sql.length()) {
            return Optional.empty();
        }
        String words = words(sql);
        return WORDS.stream()
                .filter(word -> standsAt(word, words, position - 1))
                .findFirst()
                .map(word -> known(word) + ".");
    }

    /** @throws RetortException where the server is too old for a word of the statement */
    static void check(String sql, ServerVersion server) {
        if (server.major() >= NEWEST || !SUSPECT.matcher(sql).find()) {
            return;
        }
        String words = words(sql);
        for (Word word : WORDS) {
            if (word.since() > server.major() && word.text().matcher(words).find()) {
                throw Refusal.of(
                        known(word) + ", and this server is of version " + server + ".",
                        "Leave it out there: if (" + ASK + " >= " + word.since() + "0000) { … }.");
            }
        }
    }

    private static String known(Word word) {
        return word.name() + " is known to PostgreSQL from version " + word.since() + " on";
    }

    private static boolean standsAt(Word word, String words, int offset) {
        Matcher matcher = word.text().matcher(words);
        while (matcher.find()) {
            if (matcher.start("at") == offset) {
                return true;
            }
        }
        return false;
    }

    /** The statement with what is no word of SQL's own made unreadable, and all else at its place. */
    private static String words(String sql) {
        return SqlLexer.tokens(sql, PostgresSyntax.SYNTAX).stream()
                .map(NewerSyntax::word)
                .collect(Collectors.joining());
    }

    private static String word(SqlToken token) {
        return switch (token.kind()) {
            case SPACE, COMMENT -> " ".repeat(token.text().length());
            case WORD, NUMBER, SYMBOL -> token.upper();
            case QUOTED_IDENTIFIER, STRING, NAMED_PARAMETER, UNTERMINATED ->
                "'".repeat(token.text().length());
        };
    }
}
