package dev.retort.internal.script;

import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Routine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a script says of one function or procedure, written {@code name(arguments)}. */
final class RoutineReader {

    private static final Pattern GIVES_BACK = Pattern.compile("(?i)\\b(?:in)?out\\b");
    private static final List<String> VOLATILITIES = List.of("IMMUTABLE", "STABLE", "VOLATILE");
    private static final List<String> PARALLEL = List.of("RESTRICTED", "SAFE", "UNSAFE");

    private final Routine.Signature signature;
    private final Options options;

    private RoutineReader(String written, boolean procedure, Options options) {
        NameReader.Call call = NameReader.call(Columns.name("the function of " + options.word(), written));
        if (call == null) {
            throw new Refusal(
                    "\"" + written + "\" is not how a function is written.",
                    "Write 'name(first integer, second text)'.");
        }
        this.signature =
                new Routine.Signature(options.qualified("a function", written, call.parts()), call.inside(), procedure);
        this.options = options;
    }

    static RoutineReader function(String written, Options options) {
        return new RoutineReader(written, false, options);
    }

    static RoutineReader procedure(String written, Options options) {
        return new RoutineReader(written, true, options);
    }

    Operation create() {
        String body = options.text("body");
        Routine routine = routine(signature.arguments() == null ? "" : signature.arguments(), body);
        boolean replace = options.flag("replace");
        String was = options.text("was");
        options.done();
        check(routine, "body", body != null);
        if (was != null && !replace) {
            throw new Refusal(
                    options.word() + " says was: without replace: true.",
                    "Only what is replaced had another body before.");
        }
        return new CreateRoutine(routine, replace, was);
    }

    Operation drop() {
        String arguments = signature.arguments();
        boolean known = options.has("was");
        Routine was = routine(arguments == null ? "" : arguments, options.text("was"));
        Operation operation =
                new DropRoutine(signature, options.flag("ifExists"), options.flag("cascade"), known ? was : null);
        options.done();
        if (known) {
            check(was, "was", true);
            if (arguments == null) {
                throw new Refusal(
                        options.word() + " gives the definition of \"" + signature + "\", but not its arguments.",
                        "Write '" + signature + "()', with what it takes between the brackets.");
            }
        }
        return operation;
    }

    private Routine routine(String arguments, @Nullable String body) {
        String language = options.text("language");
        return new Routine(
                new Routine.Signature(signature.name(), arguments, signature.procedure()),
                returns(),
                language == null ? "plpgsql" : language,
                body == null ? "" : body,
                characteristics());
    }

    private @Nullable ColumnType returns() {
        Object given = options.value("returns");
        if (given == null || given instanceof ColumnType) {
            return (ColumnType) given;
        }
        String sql = options.sql("returns");
        return sql == null ? null : new ColumnType.Named(sql);
    }

    /** A function of SQL may do nothing. */
    private void check(Routine routine, String option, boolean said) {
        String arguments = String.valueOf(routine.signature().arguments());
        boolean nothing = said && routine.language().equalsIgnoreCase("sql");
        if (routine.body().isBlank() && !nothing) {
            throw new Refusal(
                    "The body of \"" + routine.signature() + "\" is empty.", "Give its text with " + option + ":.");
        } else if (!signature.procedure()
                && routine.returns() == null
                && !GIVES_BACK.matcher(arguments).find()) {
            throw new Refusal(
                    options.word() + " does not say what \"" + routine.signature() + "\" returns.",
                    "Add returns: 'trigger', 'integer', 'void' or another type.");
        }
    }

    private Routine.Characteristics characteristics() {
        return new Routine.Characteristics(
                volatility(options.text("volatility")),
                options.flag("strict"),
                options.flag("securityDefiner"),
                options.flag("leakproof"),
                parallel(options.text("parallel")),
                options.number("cost"),
                options.number("rows"),
                settings(options.pairs("set")));
    }

    static @Nullable String volatility(@Nullable String word) {
        return Keywords.oneOf("volatility", word, VOLATILITIES);
    }

    static @Nullable String parallel(@Nullable String word) {
        return Keywords.oneOf("parallel", word, PARALLEL);
    }

    private static SortedMap<String, List<String>> settings(Map<?, ?> given) {
        SortedMap<String, List<String>> settings = new TreeMap<>();
        given.forEach((name, value) -> settings.put(
                String.valueOf(name),
                value instanceof Collection<?> values
                        ? values.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value))));
        return settings;
    }
}
