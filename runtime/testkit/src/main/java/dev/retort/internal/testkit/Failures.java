package dev.retort.internal.testkit;

import dev.retort.RetortException;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What a report shows of a test that did not pass. */
public final class Failures {

    private Failures() {}

    /** Whoever reads it can act on the message; where Retort noticed it concerns nobody. */
    public static AssertionFailedError withoutTrace(RetortException failure) {
        AssertionFailedError shown = new AssertionFailedError(failure.getMessage());
        shown.setStackTrace(new StackTraceElement[0]);
        return shown;
    }

    public static TestAbortedException leftOut(String why) {
        TestAbortedException shown = new TestAbortedException(why);
        shown.setStackTrace(new StackTraceElement[0]);
        return shown;
    }
}
