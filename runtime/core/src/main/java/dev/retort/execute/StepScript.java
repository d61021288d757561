package dev.retort.execute;

import dev.retort.chain.DataFiles;
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
 * @param files those that the script names
 */
public record StepScript(String file, Migration migration, ScriptRecord record, DataFiles files) {

    /** A script that names no files. */
    public StepScript(String file, Migration migration, ScriptRecord record) {
        this(file, migration, record, DataFiles.NONE);
    }

    /** The script's line that a failure passed through. */
    Location locate(Throwable failure) {
        Optional<Location> line = ScriptTrace.locate(failure, file);
        return line.orElseGet(() -> Location.of(file));
    }
}
