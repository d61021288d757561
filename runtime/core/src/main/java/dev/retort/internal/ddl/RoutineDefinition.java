package dev.retort.internal.ddl;

import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}. */
final class RoutineDefinition {

    private static final Set<String> CLAUSES = Set.of(
            "LANGUAGE",
            "TRANSFORM",
            "WINDOW",
            "IMMUTABLE",
            "STABLE",
            "VOLATILE",
            "NOT",
            "LEAKPROOF",
            "CALLED",
            "RETURNS",
            "STRICT",
            "EXTERNAL",
            "SECURITY",
            "PARALLEL",
            "COST",
            "ROWS",
            "SUPPORT",
            "SET",
            "AS",
            "RETURN",
            "BEGIN");

    private final Cursor cursor;
    private @Nullable ColumnType returns;
    private @Nullable String language;
    private @Nullable String body;
    private @Nullable String volatility;
    private boolean strict;
    private boolean definer;
    private boolean leakproof;
    private @Nullable String parallel;
    private @Nullable Long cost;
    private @Nullable Long rows;
    private final SortedMap<String, List<String>> settings = new TreeMap<>();

    private RoutineDefinition(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After CREATE FUNCTION or CREATE PROCEDURE. */
    static List<SqlEffect> create(Cursor cursor, boolean replace, boolean procedure) {
        QualifiedName name = cursor.qualified();
        cursor.about(ObjectName.of(ObjectKind.ROUTINE, name));
        String arguments = cursor.brackets().rest();
        RoutineDefinition reader = new RoutineDefinition(cursor);
        if (cursor.skip("RETURNS")) {
            reader.returns = reader.returned();
        }
        while (!cursor.done()) {
            reader.clause();
        }
        Routine.Signature signature = new Routine.Signature(name, arguments, procedure);
        return List.of(new SqlEffect.Changes(new CreateRoutine(reader.routine(signature), replace, null)));
    }

    private Routine routine(Routine.Signature signature) {
        if (language == null || body == null) {
            throw new NotUnderstood();
        }
        return new Routine(
                signature,
                returns,
                language,
                body,
                new Routine.Characteristics(volatility, strict, definer, leakproof, parallel, cost, rows, settings));
    }

    private ColumnType returned() {
        if (cursor.skip("TABLE")) {
            return new ColumnType.Named("TABLE(" + cursor.brackets().rest() + ")");
        }
        boolean set = cursor.skip("SETOF");
        Cursor written = cursor.until(each -> each.isAny(CLAUSES));
        return set
                ? new ColumnType.Named("SETOF " + written.rest())
                : cursor.grammar().type(written.rest());
    }

    private void clause() {
        if (cursor.skip("LANGUAGE")) {
            language = cursor.peek(0).kind() == Kind.STRING ? cursor.string() : cursor.name();
        } else if (cursor.is("IMMUTABLE") || cursor.is("STABLE") || cursor.is("VOLATILE")) {
            volatility = cursor.word();
        } else if (cursor.skip("LEAKPROOF")) {
            leakproof = true;
        } else if (cursor.skip("STRICT") || cursor.skip("RETURNS", "NULL", "ON", "NULL", "INPUT")) {
            strict = true;
        } else if (cursor.skip("PARALLEL")) {
            parallel = cursor.word();
        } else if (cursor.skip("COST")) {
            cost = cursor.number();
        } else if (cursor.skip("ROWS")) {
            rows = cursor.number();
        } else if (cursor.skip("AS")) {
            body = cursor.string();
        } else if (cursor.is("RETURN") || cursor.is("BEGIN", "ATOMIC")) {
            body = cursor.whole();
            language = Objects.requireNonNullElse(language, "sql");
        } else if (cursor.skip("SET")) {
            setting();
        } else {
            Cursor.check(cursor.skip("NOT", "LEAKPROOF") || cursor.skip("CALLED", "ON", "NULL", "INPUT") || security());
        }
    }

    private boolean security() {
        cursor.skip("EXTERNAL");
        definer = cursor.skip("SECURITY", "DEFINER");
        return definer || cursor.skip("SECURITY", "INVOKER");
    }

    private void setting() {
        String name = cursor.name();
        if (cursor.skipSymbol(".")) {
            name += "." + cursor.name();
        }
        Cursor.check(cursor.skipSymbol("=") || cursor.skip("TO"));
        settings.put(
                name,
                cursor.until(each -> each.isAny(CLAUSES)).parts().stream()
                        .map(RoutineDefinition::value)
                        .toList());
    }

    private static String value(Cursor part) {
        SqlToken token = part.next();
        part.end();
        return switch (token.kind()) {
            case STRING -> Literals.string(token);
            case NUMBER -> token.text();
            default -> part.grammar().name(token).orElseThrow(NotUnderstood::new);
        };
    }
}
