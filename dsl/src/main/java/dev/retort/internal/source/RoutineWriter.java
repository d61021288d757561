package dev.retort.internal.source;

import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Routine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes functions and procedures. */
final class RoutineWriter {

    private static final String LANGUAGE = "plpgsql";
    private static final Pattern GIVES_BACK = Pattern.compile("(?i)\\b(?:in)?out\\b");

    private RoutineWriter() {}

    static Statement create(CreateRoutine operation) {
        Routine routine = operation.routine();
        if (operation.was() != null && !operation.replace()) {
            throw new OperationNotWritable(
                    "A script cannot say what \"" + routine.signature() + "\" was where it is not replaced.");
        }
        ArgumentList arguments = new ArgumentList(operation.verb()).text(signature(routine.signature()));
        options(arguments, routine);
        return arguments
                .flag("replace", operation.replace())
                .sql("body", routine.body())
                .sql("was", operation.was())
                .statement();
    }

    static Statement drop(DropRoutine operation) {
        ArgumentList arguments = new ArgumentList(operation.verb())
                .text(signature(operation.routine()))
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        Routine was = operation.was();
        if (was != null) {
            NameText.requireSame(operation.routine(), was.signature());
            options(arguments, was);
            arguments.sql("was", was.body());
        }
        return arguments.statement();
    }

    private static String signature(Routine.Signature signature) {
        String name = NameText.callable(signature.name());
        return signature.arguments() == null ? name : name + "(" + signature.arguments() + ")";
    }

    private static void options(ArgumentList arguments, Routine routine) {
        check(routine);
        Routine.Characteristics what = routine.characteristics();
        if (routine.returns() instanceof ColumnType.Named named) {
            arguments.option("returns", NameText.plain(named.sql()));
        } else if (routine.returns() != null) {
            arguments.option("returns", TypeWords.of(routine.returns()));
        }
        arguments
                .option("language", routine.language().equals(LANGUAGE) ? null : routine.language())
                .option("volatility", what.volatility())
                .flag("strict", what.strict())
                .flag("securityDefiner", what.securityDefiner())
                .flag("leakproof", what.leakproof())
                .option("parallel", what.parallel())
                .number("cost", what.cost())
                .number("rows", what.rows());
        Map<String, Object> settings = new LinkedHashMap<>();
        what.settings().forEach((name, values) -> settings.put(name, values.size() == 1 ? values.get(0) : values));
        arguments.pairs("set", settings);
    }

    private static void check(Routine routine) {
        Routine.Characteristics what = routine.characteristics();
        String arguments = routine.signature().arguments();
        boolean procedure = routine.signature().procedure();
        Routine.Characteristics ofProcedure = new Routine.Characteristics(
                null, false, what.securityDefiner(), false, null, null, null, what.settings());
        if (arguments == null) {
            throw new OperationNotWritable(
                    "A script cannot say the routine \"" + routine.signature() + "\" without arguments.");
        } else if (procedure && (routine.returns() != null || !what.equals(ofProcedure))) {
            throw new OperationNotWritable(
                    "A script cannot say of the procedure \"" + routine.signature() + "\" what only functions have.");
        } else if (!procedure
                && routine.returns() == null
                && !GIVES_BACK.matcher(arguments).find()) {
            throw new OperationNotWritable(
                    "A script cannot leave open what the function \"" + routine.signature() + "\" returns.");
        }
    }
}
