package dev.retort.internal.testkit.engine;

import dev.retort.Check;
import dev.retort.RetortException;
import dev.retort.internal.testkit.Failures;
import dev.retort.internal.testkit.ProofPlan;
import dev.retort.testkit.MigrationTest;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** The tests of the classes that were selected, or one of them by its id. */
final class ClassTests implements SelectorResolver {

    private static final String SPOCK = "spock.lang.Specification";

    private final Predicate<String> names;

    ClassTests(Predicate<String> names) {
        this.names = names;
    }

    /** Those of Spock's are run by Spock. */
    static boolean isTest(Class<?> type) {
        return type.isAnnotationPresent(MigrationTest.class)
                && !Modifier.isAbstract(type.getModifiers())
                && !isOfSpock(type);
    }

    private static boolean isOfSpock(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(SPOCK)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        return isTest(type) && names.test(type.getName())
                ? resolved(type, context, id -> true)
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId wanted = selector.getUniqueId();
        return wanted.getSegments().stream()
                .filter(segment -> segment.getType().equals(ClassDescriptor.SEGMENT))
                .findFirst()
                .flatMap(segment ->
                        ReflectionSupport.tryToLoadClass(segment.getValue()).toOptional())
                .filter(ClassTests::isTest)
                .map(type -> resolved(type, context, id -> id.hasPrefix(wanted) || wanted.hasPrefix(id)))
                .orElseGet(Resolution::unresolved);
    }

    private static Resolution resolved(Class<?> type, Context context, Predicate<UniqueId> wanted) {
        return context.addToParent(parent -> Optional.of(descriptor(parent, type, wanted)))
                .map(found -> Resolution.match(Match.exact(found)))
                .orElseGet(Resolution::unresolved);
    }

    private static TestDescriptor descriptor(TestDescriptor parent, Class<?> type, Predicate<UniqueId> wanted) {
        UniqueId id = parent.getUniqueId().append(ClassDescriptor.SEGMENT, type.getName());
        List<ProofPlan> plans;
        try {
            plans = ProofPlan.of(type.getAnnotation(MigrationTest.class));
        } catch (RetortException e) {
            return new ClassDescriptor(id, type, Failures.withoutTrace(e));
        }
        ClassDescriptor test = new ClassDescriptor(id, type, null);
        for (ProofPlan plan : plans) {
            UniqueId itsId = id.append(ProofDescriptor.SEGMENT, plan.project().place());
            ProofDescriptor proof = new ProofDescriptor(itsId, type, plan);
            for (Check check : plan.checks()) {
                if (wanted.test(CheckDescriptor.id(itsId, check))) {
                    proof.addChild(new CheckDescriptor(itsId, check));
                }
            }
            if (!proof.getChildren().isEmpty()) {
                test.addChild(proof);
            }
        }
        return test;
    }
}
