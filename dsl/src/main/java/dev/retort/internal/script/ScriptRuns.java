package dev.retort.internal.script;

import java.util.function.Consumer;

/**
 * Gives a script new instances: each is used once, so that nothing is left over from the run before.
 *
 * @param <S> what the script is
 */
public interface ScriptRuns<S extends AuthoredScript> {

    /**
     * Makes an instance, runs the script's own statements, though none of its closures, and goes on with it; all in one
     * thread of the script.
     *
     * @param then runs more of the script's code
     * @throws dev.retort.RetortException for all that the script throws, as {@link ScriptRun#inside} does
     */
    ScriptRun<S> start(Consumer<ScriptRun<S>> then);
}
