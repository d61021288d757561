package dev.retort.internal.verify;

import dev.retort.Plan;
import dev.retort.Revision;
import dev.retort.Step;
import dev.retort.VerificationRequest;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.task.ChainTask;
import dev.retort.internal.task.OfflineTask;
import dev.retort.internal.verify.rows.Fixtures;
import java.util.List;
import java.util.SortedSet;

/**
 * What is proven: the chain of a project, from one set of version rows to another.
 *
 * @param plan what leads there
 */
record Subject(Settings settings, Chain chain, Sandbox sandbox, VerificationRequest request, Plan plan) {

    Dialect dialect() {
        return settings.database().dialect();
    }

    SortedSet<String> from() {
        return plan.from();
    }

    List<Step> steps() {
        return plan.steps();
    }

    /** A new scratch database, upgraded to where the proof starts. */
    ScratchRun start() {
        ScratchRun run = ScratchRun.of(this);
        try {
            from().forEach(run::upgrade);
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /** The rows of the project's own. */
    Fixtures fixtures() {
        List<String> ids = chain.graph().revisions().stream().map(Revision::id).toList();
        return request.fixtureFolder()
                .map(folder -> Fixtures.in(settings.home().resolve(folder), settings.home(), ids))
                .orElse(Fixtures.NONE);
    }

    ChainTask folding() {
        return new ChainTask(settings, chain, sandbox);
    }

    OfflineTask offline() {
        return new OfflineTask(settings, chain, sandbox);
    }

    /** How a revision is shown in a sentence. */
    static String named(Step step) {
        return step.revision().id();
    }
}
