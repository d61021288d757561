package dev.retort.internal.task;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.connect.ScratchConnections;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.settings.Settings;
import java.util.Collection;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a chain of scripts makes of an empty database, found out in one that is dropped at the end. */
public final class ScratchTask {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.database");

    private final Settings settings;
    private final Chain chain;
    private final Sandbox sandbox;

    public ScratchTask(Settings settings, Chain chain, Sandbox sandbox) {
        this.settings = settings;
        this.chain = chain;
        this.sandbox = sandbox;
    }

    /**
     * @param targets as upgrades take them, one after the other
     * @param reading of what there is then
     * @throws dev.retort.RetortException where a script does not run there
     */
    public Schema schema(Collection<String> targets, Function<Settings, Schema> reading) {
        try (ScratchConnections scratch = settings.database().scratch()) {
            LOG.info(
                    "The applied revisions are run in a scratch database, {}",
                    scratch.connections().place());
            Settings there = settings.on(scratch.connections());
            OnlineTask task = new OnlineTask(there, chain, sandbox, true);
            try {
                targets.forEach(target -> task.run(state -> chain.graph().upgrade(state.rows(), target)));
            } catch (RetortException e) {
                throw elsewhere(e);
            }
            return reading.apply(there);
        }
    }

    private static RetortException elsewhere(RetortException failure) {
        return new RetortException(
                failure.kind(),
                failure.problems().stream().map(ScratchTask::elsewhere).toList(),
                failure);
    }

    private static Problem elsewhere(Problem problem) {
        String hint = problem.hint() == null ? "" : problem.hint() + " ";
        return problem.withHint(
                hint + "This was in the scratch database, which has only what the scripts create, and is"
                        + " dropped. Nothing else was touched.");
    }
}
