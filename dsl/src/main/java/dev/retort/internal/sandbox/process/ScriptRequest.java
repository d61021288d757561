package dev.retort.internal.sandbox.process;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.script.Database;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the process of the scripts is sent. */
sealed interface ScriptRequest {

    /**
     * The first of all.
     *
     * @param millis what a script may take, and so on, as in the budget
     * @param naming the patterns of the naming convention
     * @param databases that the scripts may name
     */
    record Begin(
            long millis,
            int depth,
            int elements,
            int characters,
            Map<String, String> naming,
            List<KnownDatabase> databases)
            implements ScriptRequest {}

    /** What its process knows of a database without its library. */
    record KnownDatabase(String name, boolean limitsNames) implements Database {}

    record Compile(String file, String text) implements ScriptRequest {}

    record CompileSchema(String file, String text) implements ScriptRequest {}

    /** What of a script is run. */
    enum Part {
        UPGRADE,
        DOWNGRADE,
        DECLARATIONS
    }

    /** @param script its number, as it was given when it was compiled */
    record Run(int script, Part part, String dialect, boolean offline) implements ScriptRequest {}

    /** What was done, or found, for a question. */
    sealed interface Answer extends ScriptRequest {}

    record Done() implements Answer {}

    record Changed(long rows) implements Answer {}

    record Found(boolean found) implements Answer {}

    record Rows(List<Map<String, @Nullable Object>> rows) implements Answer {}

    record Texts(List<String> texts) implements Answer {}

    record Argument(@Nullable String value) implements Answer {}

    /**
     * The question is refused. The script may catch that, as it may where it runs in a thread.
     *
     * @param failure its number, by which the script's process reports that the script did not catch it
     */
    record Refused(int failure, RetortException.Kind kind, List<Problem> problems) implements Answer {}

    /** The run is over, though not for anything that the script did. */
    record Stop() implements Answer {}
}
