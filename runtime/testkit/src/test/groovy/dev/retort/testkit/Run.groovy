package dev.retort.testkit

import org.junit.platform.engine.DiscoverySelector
import org.junit.platform.engine.TestExecutionResult
import org.junit.platform.launcher.EngineFilter
import org.junit.platform.launcher.TestExecutionListener
import org.junit.platform.launcher.TestIdentifier
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder
import org.junit.platform.launcher.core.LauncherFactory

/** A run of tests by the JUnit Platform, as a build or an editor starts one, and what it reported. */
class Run implements TestExecutionListener {

    final List<TestIdentifier> started = []
    final Map<String, TestExecutionResult> results = [:]

    static Run of(String engine, DiscoverySelector... selectors) {
        def run = new Run()
        def request = LauncherDiscoveryRequestBuilder.request().selectors(selectors).filters(EngineFilter.includeEngines(engine)).build()
        LauncherFactory.create().execute(request, run)
        run
    }

    @Override
    void executionStarted(TestIdentifier test) {
        started << test
    }

    @Override
    void executionFinished(TestIdentifier test, TestExecutionResult result) {
        results[test.displayName] = result
    }

    /** The names of the tests, with how they ended. */
    List<String> getTests() {
        started.findAll { it.test }.collect { "$it.displayName: ${results[it.displayName].status.name().toLowerCase()}" as String }
    }

    Throwable failure(String test) {
        results[test].throwable.get()
    }

    TestIdentifier test(String name) {
        started.find { it.displayName == name }
    }
}
