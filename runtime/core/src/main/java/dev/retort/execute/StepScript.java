package dev.retort.execute;

import dev.retort.error.Location;
import dev.retort.script.Migration;
import dev.retort.script.ScriptTrace;
import dev.retort.version.ScriptRecord;
import java.util.Optional;

/**
 * The script of one revision, ready to run.
 *
 * @param file as messages name it
 * @param record what the history keeps of it
 */
public record StepScript(String file, Migration migration, ScriptRecord record) {

    /** The script's line that a failure passed through. */
    Location locate(Throwable failure) {
        Optional<Location> line = ScriptTrace.locate(failure, file);
        return line.orElseGet(() -> Location.of(file));
    }
}
