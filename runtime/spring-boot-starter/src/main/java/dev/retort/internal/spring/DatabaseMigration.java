package dev.retort.internal.spring;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.spring.RetortInstance;
import dev.retort.spring.RetortInstances;
import dev.retort.spring.RetortMigrationStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** What happens to the databases while the context starts; all that depends on a database waits for this bean. */
final class DatabaseMigration implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.spring");
    private static final long POLL_MILLIS = 500;

    private final RetortInstances instances;
    private final RetortMigrationStrategy strategy;
    private final Function<String, Duration> patience;

    /** @param patience how long the instance of a name waits for others */
    DatabaseMigration(
            RetortInstances instances, RetortMigrationStrategy strategy, Function<String, Duration> patience) {
        this.instances = instances;
        this.strategy = strategy;
        this.patience = patience;
    }

    @Override
    public void afterPropertiesSet() {
        instances.all().forEach(this::prepare);
    }

    private void prepare(RetortInstance instance) {
        try {
            switch (instance.mode()) {
                case MIGRATE -> strategy.migrate(instance);
                case VERIFY -> verify(instance);
                case WAIT -> await(instance);
                case OFF -> LOG.debug("Nothing is done to {}: its mode is off.", instance.name());
            }
        } catch (RetortException e) {
            throw InstanceFactory.named(instance.name(), e);
        }
    }

    private static void verify(RetortInstance instance) {
        Pending pending = Pending.of(instance);
        if (!pending.isEmpty()) {
            throw new RetortException(Kind.DIFFERENCES, pending.problems(instance));
        }
    }

    private void await(RetortInstance instance) {
        Duration timeout = patience.apply(instance.name());
        long end = System.nanoTime() + timeout.toNanos();
        Pending pending = Pending.of(instance);
        if (!pending.isEmpty()) {
            LOG.info(
                    "Waiting for {} to be applied to {}.",
                    pending.revisions(),
                    instance.retort().database());
        }
        while (!pending.isEmpty()) {
            if (System.nanoTime() - end >= 0) {
                throw tooLate(instance, pending, timeout);
            }
            pause();
            pending = Pending.of(instance);
        }
    }

    private static RetortException tooLate(RetortInstance instance, Pending pending, Duration timeout) {
        List<Problem> problems = new ArrayList<>();
        problems.add(Problem.of(
                "Nobody has upgraded the database in " + timeout.toSeconds() + " s, which is retort.wait-timeout."));
        problems.addAll(pending.problems(instance));
        return new RetortException(Kind.LOCK_TIMEOUT, problems);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException(
                    Kind.FAILED, List.of(Problem.of("Waiting for the revisions was interrupted.")), e);
        }
    }
}
