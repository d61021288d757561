package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the catalog's triggers, as triggers. The condition and the arguments come out of the definition: the server
 * prints them nowhere else.
 *
 * @see <a href="https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_trigger.h">TRIGGER_TYPE_ROW …</a>
 */
final class TriggerRows {

    private static final int ROW = 1;
    private static final int BEFORE = 2;
    private static final int INSERT = 4;
    private static final int DELETE = 8;
    private static final int UPDATE = 16;
    private static final int TRUNCATE = 32;
    private static final int INSTEAD = 64;

    private TriggerRows() {}

    static Trigger trigger(Row row) {
        int type = (int) Rows.number(row, "type");
        String definition = Rows.text(row, "definition");
        List<SqlToken> tokens = SqlLexer.tokens(definition, PostgresSyntax.SYNTAX);
        return new Trigger(
                Rows.text(row, "name"),
                Rows.name(row, "schema", "table"),
                timing(type),
                events(type),
                Rows.texts(row, "columns"),
                (type & ROW) != 0,
                condition(definition, tokens),
                new Trigger.Call(
                        Rows.name(row, "function_schema", "function"),
                        inBrackets(definition, tokens, lastOpening(tokens))),
                null,
                new Trigger.Options(deferral(row), referencing(row), firing(row)));
    }

    private static Trigger.Timing timing(int type) {
        if ((type & INSTEAD) != 0) {
            return Trigger.Timing.INSTEAD_OF;
        }
        return (type & BEFORE) == 0 ? Trigger.Timing.AFTER : Trigger.Timing.BEFORE;
    }

    private static List<Trigger.Event> events(int type) {
        List<Trigger.Event> events = new ArrayList<>();
        for (Trigger.Event event : Trigger.Event.values()) {
            int bit = switch (event) {
                case INSERT -> INSERT;
                case UPDATE -> UPDATE;
                case DELETE -> DELETE;
                case TRUNCATE -> TRUNCATE;
            };
            if ((type & bit) != 0) {
                events.add(event);
            }
        }
        return events;
    }

    /** WHEN is reserved, so no name bears it without quotes. */
    private static @Nullable String condition(String definition, List<SqlToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("WHEN")) {
                return Brackets.stripped(inBrackets(definition, tokens, i + 2));
            }
        }
        return null;
    }

    /** The arguments are what the definition ends with. */
    private static int lastOpening(List<SqlToken> tokens) {
        int opening = 0;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("(") && depth++ == 0) {
                opening = i;
            } else if (tokens.get(i).isSymbol(")")) {
                depth--;
            }
        }
        return opening;
    }

    private static String inBrackets(String definition, List<SqlToken> tokens, int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return definition.substring(
                        tokens.get(opening).end(), tokens.get(i).start());
            }
        }
        throw new IllegalStateException("A trigger without an end: " + definition);
    }

    private static @Nullable Deferral deferral(Row row) {
        if (!Rows.truth(row, "of_constraint")) {
            return null;
        } else if (!Rows.truth(row, "deferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return Rows.truth(row, "deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    private static @Nullable String referencing(Row row) {
        List<String> tables = new ArrayList<>();
        if (row.string("old_table") != null) {
            tables.add("OLD TABLE AS " + Identifiers.quote(Rows.text(row, "old_table")));
        }
        if (row.string("new_table") != null) {
            tables.add("NEW TABLE AS " + Identifiers.quote(Rows.text(row, "new_table")));
        }
        return tables.isEmpty() ? null : String.join(" ", tables);
    }

    private static Trigger.Firing firing(Row row) {
        return switch (Rows.text(row, "enabled")) {
            case "D" -> Trigger.Firing.DISABLED;
            case "R" -> Trigger.Firing.REPLICA;
            case "A" -> Trigger.Firing.ALWAYS;
            default -> Trigger.Firing.ORIGIN;
        };
    }
}
