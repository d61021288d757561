package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Functions and procedures as SQL. */
final class RoutineStatements {

    private RoutineStatements() {}

    static List<SqlStatement> create(CreateRoutine operation) {
        Routine routine = operation.routine();
        List<String> lines = new ArrayList<>();
        lines.add((operation.replace() ? "CREATE OR REPLACE " : "CREATE ") + kind(routine.signature())
                + Identifiers.quote(routine.signature().name()) + "(" + arguments(routine.signature()) + ")");
        if (routine.returns() != null) {
            lines.add("RETURNS " + Types.sql(routine.returns()));
        }
        lines.add("LANGUAGE " + Identifiers.quote(routine.language()));
        lines.addAll(characteristics(routine.characteristics()));
        lines.add(isOfStatement(routine) ? routine.body() : "AS " + Blocks.dollarQuoted(routine.body(), "body"));
        String sql = String.join("\n", lines);
        return List.of(AuthorsSql.whole(sql, sql));
    }

    /** Whether the body is a part of the statement, as the SQL standard has it; no text of the language begins so. */
    private static boolean isOfStatement(Routine routine) {
        List<SqlToken> tokens = SqlLexer.tokens(routine.body(), PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .limit(2)
                .toList();
        return routine.language().equalsIgnoreCase("sql")
                && tokens.size() == 2
                && (tokens.get(0).isWord("RETURN")
                        || tokens.get(0).isWord("BEGIN") && tokens.get(1).isWord("ATOMIC"));
    }

    private static List<String> characteristics(Routine.Characteristics what) {
        List<String> lines = new ArrayList<>();
        if (what.volatility() != null) {
            lines.add(what.volatility());
        }
        if (what.leakproof()) {
            lines.add("LEAKPROOF");
        }
        if (what.strict()) {
            lines.add("STRICT");
        }
        if (what.securityDefiner()) {
            lines.add("SECURITY DEFINER");
        }
        if (what.parallel() != null) {
            lines.add("PARALLEL " + what.parallel());
        }
        if (what.cost() != null) {
            lines.add("COST " + what.cost());
        }
        if (what.rows() != null) {
            lines.add("ROWS " + what.rows());
        }
        what.settings()
                .forEach((name, values) -> lines.add("SET " + setting(name) + " = "
                        + values.stream().map(Values::quoted).collect(Collectors.joining(", "))));
        return lines;
    }

    /** A parameter of an extension has a dot in its name. */
    private static String setting(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Identifiers.quote(name)
                : Identifiers.quote(name.substring(0, dot)) + "." + Identifiers.quote(name.substring(dot + 1));
    }

    static SqlStatement drop(DropRoutine operation) {
        Routine.Signature routine = operation.routine();
        String sql = "DROP " + kind(routine) + Clauses.ifExists(operation.ifExists())
                + Identifiers.quote(routine.name())
                + (routine.arguments() == null ? "" : "(" + withoutDefaults(arguments(routine)) + ")")
                + Clauses.cascade(operation.cascade());
        return AuthorsSql.whole(sql, sql);
    }

    private static String kind(Routine.Signature routine) {
        return routine.procedure() ? "PROCEDURE " : "FUNCTION ";
    }

    private static String arguments(Routine.Signature routine) {
        return routine.arguments() == null ? "" : routine.arguments().strip();
    }

    /** Where a routine is named, the defaults of its arguments may not stand. */
    private static String withoutDefaults(String arguments) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean inDefault = false;
        for (SqlToken token : SqlLexer.tokens(arguments, PostgresSyntax.SYNTAX)) {
            depth += token.isSymbol("(") || token.isSymbol("[")
                    ? 1
                    : token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                inDefault = false;
                kept.replace(0, kept.length(), kept.toString().stripTrailing());
            } else if (depth == 0 && (token.isWord("DEFAULT") || token.isSymbol("="))) {
                inDefault = true;
            }
            if (!inDefault) {
                kept.append(token.text());
            }
        }
        return kept.toString().strip();
    }
}
