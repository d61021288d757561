package dev.retort.script;

import dev.retort.json.Limits;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instance of a script, and what watches over it while its code runs. */
public interface ScriptRun {

    /** The script; its constructor has run. */
    MigrationScript script();

    /** What the script may bring into memory. */
    Limits limits();

    /** How the script's constraints and indexes are called. */
    NamingConvention naming();

    /**
     * Runs code of the script.
     *
     * @throws dev.retort.error.RetortException where the script uses up what it may
     */
    void inside(Runnable work);

    /** Does what the script asked for, which is none of its own time. */
    <T extends @Nullable Object> T outside(Supplier<T> work);
}
