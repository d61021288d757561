package dev.retort.internal.run.fold;

import dev.retort.Direction;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.fold.Fold;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.schema.Schema;
import java.util.Map;
import java.util.Set;

/** What the steps of a plan make of a schema, one after the other. Without a database, and not thread-safe. */
public final class ChainFold {

    private final Dialect dialect;
    private final FoldingRules rules;
    private final Map<String, String> arguments;

    /**
     * @param rules of the dialect
     * @param arguments given with {@code -x}
     */
    public ChainFold(Dialect dialect, FoldingRules rules, Map<String, String> arguments) {
        this.dialect = dialect;
        this.rules = rules;
        this.arguments = arguments;
    }

    /**
     * The schema after a step, and what a database of the schema before would refuse of it.
     *
     * @param problems each with its place in the script
     */
    public record Folded(Schema schema, Set<Problem> problems) {}

    /** One script in one direction. */
    public Folded after(Schema schema, StepScript script, Direction direction) {
        Run run = new Run(schema, script, direction, FoldedRows.Kind.NONE);
        boolean depends = !run.finished || run.rows.asked() && !isSameWithRows(run.schema(), schema, script, direction);
        if (depends) {
            // What the script does may depend on what only a run gives it.
            run.fold.doubtAll();
        }
        return new Folded(run.schema(), run.channel.problems());
    }

    /** Whether a script that asks for rows does the same to the schema when there are some. */
    private boolean isSameWithRows(Schema without, Schema before, StepScript script, Direction direction) {
        Run run = new Run(before, script, direction, FoldedRows.Kind.ONE);
        return run.finished && run.schema().equals(without);
    }

    private final class Run {
        private final Fold fold;
        private final FoldedRows rows;
        private final FoldingChannel channel;
        private final boolean finished;

        Run(Schema before, StepScript script, Direction direction, FoldedRows.Kind kind) {
            this.fold = new Fold(before, rules);
            this.rows = new FoldedRows(kind, rules.syntax());
            this.channel = new FoldingChannel(
                    script.file(), dialect.name(), new ScriptFiles(script.files(), dialect), arguments, fold, rows);
            this.finished = finishes(script, direction);
        }

        private boolean finishes(StepScript script, Direction direction) {
            try {
                script.migrate(direction, channel);
                return true;
            } catch (RetortException e) {
                return false;
            }
        }

        Schema schema() {
            return fold.schema().withoutTemporary();
        }
    }
}
