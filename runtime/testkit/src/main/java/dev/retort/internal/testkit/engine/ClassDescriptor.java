package dev.retort.internal.testkit.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class that is a migration test. */
final class ClassDescriptor extends AbstractTestDescriptor {

    static final String SEGMENT = "class";

    private final @Nullable Throwable failure;

    /** @param failure why it has no tests; null where it has some */
    ClassDescriptor(UniqueId id, Class<?> test, @Nullable Throwable failure) {
        super(id, test.getSimpleName(), ClassSource.from(test));
        this.failure = failure;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** One without tests stays, for it has a failure to report. */
    @Override
    public boolean mayRegisterTests() {
        return failure != null;
    }
}
