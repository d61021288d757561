package dev.retort.internal.sandbox.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;

/** What a thread has had of the processor. */
public final class ThreadTime {

    private ThreadTime() {}

    /** In nanoseconds; empty where the JVM does not measure it, or the thread has ended. */
    public static OptionalLong nanos(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long time = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads.getThreadCpuTime(thread.getId())
                : -1;
        return time < 0 ? OptionalLong.empty() : OptionalLong.of(time);
    }
}
