package dev.retort.internal.script;

import dev.retort.Problem;
import java.util.Optional;

/** Checks options that take one of a few words, as they are written in a script and before it runs. */
public final class KeywordOptions {

    private KeywordOptions() {}

    /**
     * What is wrong with an option's value.
     *
     * @param word the operation that the option belongs to
     */
    public static Optional<Problem> problem(String option, String word, String value) {
        try {
            read(option, word, value);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem());
        }
    }

    /** What is wrong with a database that {@code onlyOn} names. */
    public static Optional<Problem> databaseProblem(String name, Databases known) {
        try {
            known.check(name);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem());
        }
    }

    private static void read(String option, String word, String value) {
        switch (option) {
            case "onCommit" -> Keywords.onCommit(value);
            case "onConflict" -> Keywords.onConflict(value);
            case "onDelete" -> ForeignKeyReader.onDelete(value);
            case "onUpdate" -> ForeignKeyReader.onUpdate(value);
            case "match" -> ForeignKeyReader.match(value);
            case "initially" -> ForeignKeyReader.initially(value);
            case "views" -> Keywords.views(value);
            case "storage" -> Keywords.storage(value);
            case "references" -> ForeignKeyReader.references(value);
            case "checkOption", "existingCheckOption" -> ViewReader.checkOption(value);
            case "volatility" -> RoutineReader.volatility(value);
            case "parallel" -> RoutineReader.parallel(value);
            case "forEach" -> TriggerReader.each(value);
            case "before", "after", "insteadOf" -> {
                if (word.endsWith("Trigger") || word.equals("trigger")) {
                    TriggerReader.event(option, value);
                }
            }
            case "type" -> {
                if (word.equals("dropConstraint")) {
                    OperationReader.kind(value);
                }
            }
            default -> {
                // Every other option takes any text.
            }
        }
    }
}
