package dev.retort.internal.testkit.engine;

import dev.retort.RetortException;
import dev.retort.internal.testkit.Failures;
import dev.retort.internal.testkit.Proof;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.opentest4j.AssertionFailedError;

/** Finds the classes that are migration tests, and runs each of their checks as a test. */
public final class MigrationTestEngine implements TestEngine {

    private static final String ID = "retort";

    private static final EngineDiscoveryRequestResolver<TestDescriptor> DISCOVERY =
            EngineDiscoveryRequestResolver.builder()
                    .addClassContainerSelectorResolver(ClassTests::isTest)
                    .addSelectorResolver(context -> new ClassTests(context.getClassNameFilter()))
                    .build();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.retort");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("retort-testkit");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor engine = new EngineDescriptor(id, "Retort");
        DISCOVERY.resolve(request, engine);
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor engine = request.getRootTestDescriptor();
        listener.executionStarted(engine);
        for (TestDescriptor test : engine.getChildren()) {
            run((ClassDescriptor) test, listener);
        }
        listener.executionFinished(engine, TestExecutionResult.successful());
    }

    private static void run(ClassDescriptor test, EngineExecutionListener listener) {
        listener.executionStarted(test);
        for (TestDescriptor proof : test.getChildren()) {
            run((ProofDescriptor) proof, listener);
        }
        listener.executionFinished(
                test, test.failure().map(TestExecutionResult::failed).orElseGet(TestExecutionResult::successful));
    }

    private static void run(ProofDescriptor test, EngineExecutionListener listener) {
        listener.executionStarted(test);
        TestExecutionResult result = TestExecutionResult.successful();
        try (Proof proof = test.plan().open()) {
            for (TestDescriptor check : test.getChildren()) {
                run((CheckDescriptor) check, proof, listener);
            }
        } catch (RetortException e) {
            result = TestExecutionResult.failed(Failures.withoutTrace(e));
        }
        listener.executionFinished(test, result);
    }

    private static void run(CheckDescriptor test, Proof proof, EngineExecutionListener listener) {
        listener.executionStarted(test);
        TestExecutionResult result;
        try {
            result = proof.run(test.check())
                    .map(why -> TestExecutionResult.aborted(Failures.leftOut(why)))
                    .orElseGet(TestExecutionResult::successful);
        } catch (AssertionFailedError e) {
            result = TestExecutionResult.failed(e);
        } catch (RetortException e) {
            result = TestExecutionResult.failed(Failures.withoutTrace(e));
        } catch (RuntimeException | LinkageError e) {
            // A bug of ours, or of the class path: it belongs to this test, and the others are run.
            result = TestExecutionResult.failed(e);
        }
        listener.executionFinished(test, result);
    }
}
