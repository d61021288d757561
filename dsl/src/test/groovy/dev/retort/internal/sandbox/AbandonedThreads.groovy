package dev.retort.internal.sandbox

/**
 * The threads of scripts that hang in code of Java, where no guard is: a run fails and gives them up, and they go on. What
 * is tested next would have what they leave of the processor and of the memory. So the scripts of the corpus take some
 * seconds and not for ever, and where Java can, they are stopped at once.
 */
final class AbandonedThreads {

    private AbandonedThreads() { }

    /** Stops them, which Java can no longer do from version 20 on. */
    static void stop() {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith('retort-script ') }.each { thread ->
            try {
                thread.stop()
            } catch (UnsupportedOperationException ignored) {
                // They end by themselves, some seconds later.
            }
        }
    }
}
