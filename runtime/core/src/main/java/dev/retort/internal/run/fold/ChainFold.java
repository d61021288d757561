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
import org.jspecify.annotations.Nullable;

/** What the steps of a plan make of a schema, one after the other. Without a database, and not thread-safe. */
public final class ChainFold {

    private final Dialect dialect;
    private final FoldingRules rules;
    private final Map<String, String> arguments;
    private final boolean triesRows;
    /** What has led to the schema that was returned last: the next step goes on with it, and takes no large schema in again. */
    private @Nullable Reached reached;

    private record Reached(Schema schema, Fold fold) {}

    /**
     * @param rules of the dialect
     * @param arguments given with {@code -x}
     */
    public ChainFold(Dialect dialect, FoldingRules rules, Map<String, String> arguments) {
        this(dialect, rules, arguments, true);
    }

    private ChainFold(Dialect dialect, FoldingRules rules, Map<String, String> arguments, boolean triesRows) {
        this.triesRows = triesRows;
        this.dialect = dialect;
        this.rules = rules;
        this.arguments = arguments;
    }

    /**
     * The same, and a script that asks for rows is followed as far as it does without any: one that computes with them for long
     * is not run once more for it.
     */
    public ChainFold withoutRows() {
        return new ChainFold(dialect, rules, arguments, false);
    }

    /**
     * The schema after a step, and what a database of the schema before would refuse of it.
     *
     * @param problems each with its place in the script
     */
    public record Folded(Schema schema, Set<Problem> problems) {

        /** Whether a database has nothing else after the same scripts. */
        public boolean isCertain() {
            return problems.isEmpty() && schema.complete() && schema.uncertain().isEmpty();
        }
    }

    /** One script in one direction. */
    public Folded after(Schema schema, StepScript script, Direction direction) {
        return after(schema, script, direction, FoldListener.NONE);
    }

    /** @param listener gets to know what the script asks for */
    public Folded after(Schema schema, StepScript script, Direction direction, FoldListener listener) {
        Run run = new Run(schema, script, direction, new Manner(FoldedRows.Kind.NONE, listener));
        if (run.rows.asked() && triesRows) {
            listener.again();
            Run with = new Run(schema, script, direction, new Manner(FoldedRows.Kind.ONE, listener));
            return afterRows(run, with, script, direction);
        } else if (!run.finished || run.rows.asked()) {
            // What the script does depends on what only a run gives it.
            run.fold.doubtAll();
        }
        return folded(run);
    }

    private Folded folded(Run run) {
        Schema whole = run.fold.schema();
        Schema schema = whole.withoutTemporary();
        reached = schema == whole ? new Reached(schema, run.fold) : null;
        return new Folded(schema, run.channel.problems());
    }

    private Fold from(Schema schema) {
        Reached last = reached;
        reached = null;
        return last != null && last.schema() == schema ? last.fold() : new Fold(schema, rules);
    }

    /**
     * A script that asks for rows, once without any and once with one: its effect is certain where both agree, as far as they
     * come to their end, and where no statement that changes a schema was left out by both.
     */
    private Folded afterRows(Run without, Run with, StepScript script, Direction direction) {
        Run run = without.finished ? without : with;
        Set<Integer> left = SchemaVerbLines.of(script.record().text(), direction);
        left.removeAll(without.channel.lines());
        left.removeAll(with.channel.lines());
        boolean agreed = !without.finished || !with.finished || without.schema().equals(with.schema());
        if (!run.finished || !agreed || !left.isEmpty()) {
            run.fold.doubtAll();
        }
        return folded(run);
    }

    private record Manner(FoldedRows.Kind rows, FoldListener listener) {}

    private final class Run {
        private final Fold fold;
        private final FoldedRows rows;
        private final FoldingChannel channel;
        private final boolean finished;

        Run(Schema before, StepScript script, Direction direction, Manner manner) {
            this.fold = from(before);
            this.rows = new FoldedRows(manner.rows(), rules.syntax());
            this.channel = new FoldingChannel(
                    script.file(),
                    new ScriptFiles(script.files(), dialect),
                    new FoldingChannel.Surroundings(dialect.name(), arguments, manner.listener()),
                    fold,
                    rows);
            this.finished = finishes(script, direction);
        }

        private boolean finishes(StepScript script, Direction direction) {
            try {
                script.follow(direction, channel);
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
