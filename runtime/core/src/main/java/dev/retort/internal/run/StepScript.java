package dev.retort.internal.run;

import dev.retort.Direction;
import dev.retort.Location;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.record.ScriptRecord;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Migration;
import dev.retort.internal.script.ScriptTrace;
import java.util.Optional;

/**
 * The script of one revision, ready to run.
 *
 * @param file as messages name it
 * @param record what the history keeps of it
 * @param files those that the script names
 * @param limits of its statements, instead of the run's where the script says some
 */
public record StepScript(
        String file, Migration migration, ScriptRecord record, DataFiles files, StatementLimits limits) {

    /** A script that names no files. */
    public StepScript(String file, Migration migration, ScriptRecord record) {
        this(file, migration, record, DataFiles.NONE, new StatementLimits(null, null));
    }

    /** Asks of the channel what the script wants, going up or down. */
    public void migrate(Direction direction, Channel channel) {
        if (direction == Direction.UP) {
            migration.upgrade(channel);
        } else {
            migration.downgrade(channel);
        }
    }

    /** The script's line that a failure passed through. */
    Location locate(Throwable failure) {
        Optional<Location> line = ScriptTrace.locate(failure, file);
        return line.orElseGet(() -> Location.of(file));
    }
}
