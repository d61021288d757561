package dev.retort.internal.sandbox.process;

/**
 * How large one message may be. What is sent is counted as what is read, so that a script learns of it where it asks for
 * too much.
 *
 * @param bytes of the whole
 * @param values in it, whatever their kind: an empty list takes more room in memory than in a message
 * @param depth of the values within each other
 */
record FrameLimits(long bytes, long values, int depth) {

    /** More than a script within its budget comes to, but for one that fills its heap. */
    static final FrameLimits DEFAULT = new FrameLimits(128L << 20, 8_000_000, 100);
}
