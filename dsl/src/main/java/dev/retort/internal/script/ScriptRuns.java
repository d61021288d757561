package dev.retort.internal.script;

import java.util.function.Consumer;

/** Gives a script new instances: each is used once, so that nothing is left over from the run before. */
public interface ScriptRuns {

    /**
     * Makes an instance, runs the script's own statements, though none of its closures, and goes on with it; all in one
     * thread of the script.
     *
     * @param then runs more of the script's code
     * @throws dev.retort.RetortException for all that the script throws, as {@link ScriptRun#inside} does
     */
    ScriptRun start(Consumer<ScriptRun> then);
}
