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

    /** @param arguments given with {@code -x} */
    public ChainFold(Dialect dialect, Map<String, String> arguments) {
        this.dialect = dialect;
        this.rules = dialect.folding();
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
        Fold fold = new Fold(schema, rules);
        FoldingChannel channel = new FoldingChannel(
                script.file(), dialect.name(), new ScriptFiles(script.files(), dialect), arguments, fold);
        try {
            script.migrate(direction, channel);
        } catch (RetortException e) {
            // What the script does beyond this point depends on what only a run gives it.
            fold.doubtAll();
        }
        return new Folded(fold.schema().withoutTemporary(), channel.problems());
    }
}
