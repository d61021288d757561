package dev.retort.internal.script;

import dev.retort.internal.json.Limits;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a script, and what watches over it while its code runs.
 *
 * @param <S> what the script is
 */
public interface ScriptRun<S extends AuthoredScript> {

    /** The script; its own statements have run. */
    S script();

    /** What the script may bring into memory. */
    Limits limits();

    /** How the script's constraints and indexes are called. */
    NamingConvention naming();

    /** What it may name. */
    Databases databases();

    /**
     * Runs more code of the script, in a thread of its own.
     *
     * @throws dev.retort.RetortException for all that the script throws; a {@link ScriptFailed} where it is
     *     neither a refusal of ours nor the failure of an operation
     */
    void inside(Runnable work);

    /** Does what the script asked for, in the thread that waits for the script and in none of the script's time. */
    <T extends @Nullable Object> T outside(Supplier<T> work);
}
