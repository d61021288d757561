package dev.retort.internal.sandbox;

import dev.retort.RetortException;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.script.Migration;
import dev.retort.internal.script.SchemaFile;

/** Where the scripts of a run are compiled and run. */
public interface Sandbox extends AutoCloseable {

    /**
     * Compiles and checks one script whose header has been read before.
     *
     * @throws RetortException with everything that is wrong with the script, also where its own header statements say
     *     something else than the header
     */
    Migration compile(ScriptSource source, Header header);

    /**
     * Compiles and checks one schema file.
     *
     * @throws RetortException with everything that is wrong with it
     */
    SchemaFile compileSchema(ScriptSource source);

    /** Whether several threads may compile at once. */
    default boolean isShared() {
        return false;
    }

    /** What it compiled cannot be run any more. */
    @Override
    void close();
}
