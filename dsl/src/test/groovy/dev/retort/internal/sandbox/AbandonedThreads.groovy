package dev.retort.internal.sandbox

/**
 * The threads of scripts that hang in code of Java, where no guard is: a run fails and gives them up, and they go on until
 * the JVM ends. Whatever is tested next would have what they leave of the processor.
 */
final class AbandonedThreads {

    private AbandonedThreads() { }

    /** Ends them, which Java can no longer do from version 20 on. */
    static void stop() {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith('retort-script ') }.each { thread ->
            try {
                thread.stop()
            } catch (UnsupportedOperationException ignored) {
                // They have to be endured.
            }
        }
    }
}
