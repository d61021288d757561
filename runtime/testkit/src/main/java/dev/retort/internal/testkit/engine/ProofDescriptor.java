package dev.retort.internal.testkit.engine;

import dev.retort.internal.testkit.ProofPlan;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** The checks of a class on one kind of database. */
final class ProofDescriptor extends AbstractTestDescriptor {

    static final String SEGMENT = "database";

    private final ProofPlan plan;

    ProofDescriptor(UniqueId id, Class<?> test, ProofPlan plan) {
        super(id, plan.project().place(), ClassSource.from(test));
        this.plan = plan;
    }

    ProofPlan plan() {
        return plan;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
