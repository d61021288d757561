package dev.retort.internal.testkit.spock;

import dev.retort.Check;
import dev.retort.RetortException;
import dev.retort.internal.testkit.Failures;
import dev.retort.internal.testkit.Proof;
import dev.retort.internal.testkit.ProofPlan;
import dev.retort.testkit.MigrationTest;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a specification as its data: one iteration each. Spock asks for them in their order, one at a time, and closes
 * them after the last one.
 */
public final class CheckIterations implements Iterable<CheckIterations.Iteration>, AutoCloseable {

    private final List<ProofPlan> plans;
    private @Nullable ProofPlan running;
    private @Nullable Proof proof;

    private CheckIterations(List<ProofPlan> plans) {
        this.plans = plans;
    }

    /** @param type of the specification */
    public static CheckIterations of(Class<?> type) {
        try {
            return new CheckIterations(ProofPlan.of(type.getAnnotation(MigrationTest.class)));
        } catch (RetortException e) {
            throw Failures.withoutTrace(e);
        }
    }

    @Override
    public Iterator<Iteration> iterator() {
        return plans.stream()
                .flatMap(plan -> plan.checks().stream().map(check -> new Iteration(plan, check)))
                .iterator();
    }

    private Proof of(ProofPlan plan) {
        Proof open = proof;
        if (open == null || running != plan) {
            close();
            open = plan.open();
            proof = open;
            running = plan;
        }
        return open;
    }

    @Override
    public void close() {
        if (proof != null) {
            proof.close();
            proof = null;
        }
    }

    /** One check; its text is the name of the iteration. */
    public final class Iteration {

        private final ProofPlan plan;
        private final Check check;

        private Iteration(ProofPlan plan, Check check) {
            this.plan = plan;
            this.check = check;
        }

        /** Runs it: it passes, fails, or is left out. */
        public void run() {
            try {
                of(plan).run(check).ifPresent(why -> {
                    throw Failures.leftOut(why);
                });
            } catch (RetortException e) {
                throw Failures.withoutTrace(e);
            }
        }

        @Override
        public String toString() {
            String where = plans.size() == 1 ? "" : " on " + plan.project().place();
            return Proof.name(check) + where;
        }
    }
}
