package dev.retort.internal.sql;

import dev.retort.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts a text of several statements into the statements. */
public final class SqlScript {

    private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE");

    private final String text;
    private final SqlSyntax syntax;
    private final boolean dump;
    private final List<Part> parts = new ArrayList<>();
    /** The statement so far, without spaces and comments. */
    private final List<SqlToken> statement = new ArrayList<>();

    private int depth;
    private boolean body;

    private SqlScript(String text, SqlSyntax syntax, boolean dump) {
        this.text = text;
        this.syntax = syntax;
        this.dump = dump;
    }

    /**
     * One statement of the text.
     *
     * @param sql without the terminator, and without comments before and after it
     * @param start where it begins in the whole text, from 0
     */
    public record Part(String sql, int start) {}

    /**
     * The statements in their order; what holds nothing but comments is none.
     *
     * @throws SqlFault where a string, a quoted identifier or a comment has no end, and where the text speaks to a
     *     shell instead of the database
     */
    public static List<Part> split(String text, SqlSyntax syntax) {
        return split(new SqlScript(text, syntax, false));
    }

    /** The same of a dump, from which the rows after each {@code COPY … FROM STDIN} were taken out. */
    public static List<Part> splitDump(String text, SqlSyntax syntax) {
        return split(new SqlScript(text, syntax, true));
    }

    /** The statements of the beginning of a dump; empty where it ends within one. */
    public static Optional<List<Part>> whole(String text, SqlSyntax syntax) {
        SqlScript script = new SqlScript(text, syntax, true);
        try {
            for (SqlToken token : SqlLexer.tokens(text, syntax)) {
                if (token.kind() == Kind.UNTERMINATED) {
                    return Optional.empty();
                } else if (!token.isBlank()) {
                    script.take(token);
                }
            }
        } catch (SqlFault e) {
            // It is reported where the dump is split.
            return Optional.empty();
        }
        return script.statement.isEmpty() ? Optional.of(List.copyOf(script.parts)) : Optional.empty();
    }

    /** Whether rows follow a statement in a dump. */
    public static boolean copiesRows(String sql, SqlSyntax syntax) {
        return copies(
                SqlLexer.tokens(sql, syntax).stream()
                        .filter(token -> !token.isBlank())
                        .toList(),
                "STDIN");
    }

    /** Only there the word means the client: {@code COPY (SELECT 1 AS stdin) TO 'file'} is followed by no rows. */
    private static boolean copies(List<SqlToken> statement, String stream) {
        int depth = 0;
        for (int i = 1; i < statement.size() && statement.get(0).isWord("COPY"); i++) {
            SqlToken token = statement.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            SqlToken before = statement.get(i - 1);
            if (depth == 0 && token.isWord(stream) && (before.isWord("FROM") || before.isWord("TO"))) {
                return true;
            }
        }
        return false;
    }

    private static List<Part> split(SqlScript script) {
        String text = script.text;
        SqlSyntax syntax = script.syntax;
        for (SqlToken token : SqlLexer.tokens(text, syntax)) {
            if (token.kind() == Kind.UNTERMINATED) {
                throw unterminated(text, token);
            }
            if (!token.isBlank()) {
                script.take(token);
            }
        }
        script.end();
        return List.copyOf(script.parts);
    }

    private void take(SqlToken token) {
        if (!statement.isEmpty()) {
            refuseShellCommand(last(0), token);
        }
        if (token.isSymbol(";") && depth == 0 && !(body && !bodyHasEnded())) {
            end();
            return;
        }
        statement.add(token);
        // CREATE RULE … DO (a; b) is why brackets count.
        if (token.isSymbol("(")) {
            depth++;
        } else if (token.isSymbol(")")) {
            depth = Math.max(0, depth - 1);
        }
        body = body || beginsBody();
    }

    /** What databases' own shells take for themselves: {@code \i other.sql}, which no SQL can mean, and {@code .read other.sql}. */
    private void refuseShellCommand(SqlToken before, SqlToken token) {
        boolean alone = statement.size() == 1;
        boolean adjacent = before.end() == token.start();
        boolean anywhere =
                before.isSymbol("\\") && adjacent && (token.kind() == Kind.WORD || (alone && !isColon(token)));
        boolean atBeginning = before.isSymbol(".") && adjacent && alone && token.kind() == Kind.WORD;
        if (anywhere || atBeginning) {
            String command = beginning(text.substring(before.start()));
            throw new SqlFault(
                    text,
                    before.start(),
                    "There is a command of a shell",
                    ": " + command + ".",
                    "Only its own shell knows it; write SQL, or the operation that does the same.");
        }
    }

    /** After a backslash it is a colon that begins no parameter. */
    private static boolean isColon(SqlToken token) {
        return token.text().startsWith(":");
    }

    /** {@code COPY … FROM STDIN}: what follows it are rows, and no SQL. */
    private void refuseCopiedRows() {
        boolean copied = copies(statement, "STDOUT") || (!dump && copies(statement, "STDIN"));
        if (copied) {
            throw new SqlFault(
                    text,
                    statement.get(0).start(),
                    "There is a COPY with rows of the script's own",
                    ", which only a shell can run.",
                    "Put the rows into a file and write bulkInsert 'table', csv('rows.csv'), or all of it into a file of SQL"
                            + " and write executeFile 'rows.sql'.");
        }
    }

    private void end() {
        if (!statement.isEmpty()) {
            refuseCopiedRows();
            int start = statement.get(0).start();
            parts.add(new Part(text.substring(start, last(0).end()), start));
        }
        statement.clear();
        depth = 0;
        body = false;
    }

    /** Whether semicolons end no statement from here on. */
    private boolean beginsBody() {
        if (!statement.get(0).isWord("CREATE")) {
            return false;
        }
        if (syntax.triggerBodies()) {
            int kind = at(1).isWord("TEMP") || at(1).isWord("TEMPORARY") ? 2 : 1;
            return at(kind).isWord("TRIGGER");
        }
        int kind = at(1).isWord("OR") && at(2).isWord("REPLACE") ? 3 : 1;
        return ROUTINES.contains(at(kind).upper()) && last(0).isWord("ATOMIC") && last(1).isWord("BEGIN");
    }

    /**
     * In both databases each statement of a body has its semicolon, so that only an END at the place of a statement
     * closes the body; the END of a CASE is never there.
     */
    private boolean bodyHasEnded() {
        return last(0).isWord("END") && (last(1).isSymbol(";") || last(1).isWord("ATOMIC"));
    }

    private SqlToken at(int index) {
        return statement.get(Math.min(index, statement.size() - 1));
    }

    private SqlToken last(int back) {
        return statement.get(Math.max(0, statement.size() - 1 - back));
    }

    private static SqlFault unterminated(String text, SqlToken token) {
        return new SqlFault(
                text,
                token.start(),
                "The " + what(token.text()) + " that begins",
                " has no end: " + beginning(token.text()) + ".",
                "Close it.");
    }

    private static String what(String token) {
        return switch (token.charAt(0)) {
            case '/' -> "comment";
            case '"', '`', '[' -> "quoted identifier";
            case '$' -> "dollar-quoted string";
            default -> "string";
        };
    }

    private static String beginning(String token) {
        String line = token.lines().findFirst().orElse(token);
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
