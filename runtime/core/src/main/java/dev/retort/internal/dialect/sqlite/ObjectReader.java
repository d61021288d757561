package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import dev.retort.internal.schema.VirtualTable;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** Reads views, triggers and virtual tables from their texts, which begin with {@code CREATE} and the kind. */
final class ObjectReader {

    private final String sql;
    private final List<SqlToken> tokens;
    private int at;

    private ObjectReader(SchemaRow row) {
        this.sql = row.sql();
        this.tokens = Names.tokens(sql);
    }

    /** {@code CREATE VIEW name [(columns)] AS query}. */
    static View view(SchemaRow row) {
        return new ObjectReader(row).view(QualifiedName.of(row.name()));
    }

    private View view(QualifiedName name) {
        boolean temporary = tokens.get(1).isWord("TEMP") || tokens.get(1).isWord("TEMPORARY");
        skipName("VIEW");
        List<String> columns = names();
        at++;
        return new View(
                name,
                columns,
                sql.substring(tokens.get(at).start()).strip(),
                new View.Options(false, temporary, null, View.Options.NONE.storage()));
    }

    /**
     * {@code CREATE TRIGGER name [BEFORE | AFTER | INSTEAD OF] event [OF columns] ON table [FOR EACH ROW] [WHEN condition]
     * BEGIN statements END}.
     *
     * @param table what it belongs to, by the name it was created with
     */
    static Trigger trigger(SchemaRow row, QualifiedName table) {
        return new ObjectReader(row).trigger(row.name(), table);
    }

    private Trigger trigger(String name, QualifiedName table) {
        skipName("TRIGGER");
        Trigger.Timing timing = Trigger.Timing.BEFORE;
        if (take("INSTEAD")) {
            timing = Trigger.Timing.INSTEAD_OF;
            at++;
        } else if (take("AFTER")) {
            timing = Trigger.Timing.AFTER;
        } else {
            take("BEFORE");
        }
        Trigger.Event event = Trigger.Event.valueOf(tokens.get(at++).upper());
        List<String> columns = new ArrayList<>();
        if (take("OF")) {
            for (; !tokens.get(at).isWord("ON"); at++) {
                if (!tokens.get(at).isSymbol(",")) {
                    columns.add(Names.read(tokens.get(at)));
                }
            }
        }
        at++;
        skipName();
        if (take("FOR")) {
            at += 2;
        }
        String when = take("WHEN") ? condition() : null;
        return new Trigger(
                name, table, timing, List.of(event), columns, true, when, null, body(), Trigger.Options.NONE);
    }

    private String condition() {
        int start = at;
        for (int depth = 0; depth > 0 || !tokens.get(at).isWord("BEGIN"); at++) {
            depth += tokens.get(at).isSymbol("(") ? 1 : tokens.get(at).isSymbol(")") ? -1 : 0;
        }
        boolean inBrackets = tokens.get(start).isSymbol("(") && Clause.closing(tokens, start) == at - 1;
        return inBrackets ? text(start + 1, at - 1) : text(start, at);
    }

    /** What stands between BEGIN and the last END, without the last semicolon. */
    private String body() {
        int last = tokens.size() - 1;
        while (!tokens.get(last).isWord("END")) {
            last--;
        }
        int end = tokens.get(last - 1).isSymbol(";") ? last - 1 : last;
        return text(at + 1, end);
    }

    /** {@code CREATE VIRTUAL TABLE name USING module[(arguments)]}. */
    static VirtualTable virtualTable(SchemaRow row) {
        return new ObjectReader(row).virtualTable(QualifiedName.of(row.name()));
    }

    private VirtualTable virtualTable(QualifiedName name) {
        skipName("TABLE");
        at++;
        String module = Names.read(tokens.get(at++));
        String arguments = "";
        if (at < tokens.size() && tokens.get(at).isSymbol("(")) {
            int close = Clause.closing(tokens, at);
            arguments = sql.substring(tokens.get(at).end(), tokens.get(close).start())
                    .strip();
        }
        return new VirtualTable(name, module, arguments);
    }

    /** Goes on after {@code KIND [IF NOT EXISTS] [schema.]name}. */
    private void skipName(String kind) {
        while (!tokens.get(at).isWord(kind)) {
            at++;
        }
        at++;
        if (tokens.get(at).isWord("IF") && tokens.get(at + 1).isWord("NOT")) {
            at += 3;
        }
        skipName();
    }

    private void skipName() {
        at += at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(".") ? 3 : 1;
    }

    private boolean take(String word) {
        boolean there = tokens.get(at).isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    /** The names in brackets, where there are some. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (tokens.get(at).isSymbol("(")) {
            int close = Clause.closing(tokens, at);
            for (SqlToken token : tokens.subList(at + 1, close)) {
                if (!token.isSymbol(",")) {
                    names.add(Names.read(token));
                }
            }
            at = close + 1;
        }
        return names;
    }

    private String text(int from, int to) {
        return from >= to
                ? ""
                : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
