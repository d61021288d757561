package dev.retort.internal.run;

import dev.retort.Direction;
import dev.retort.Location;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.record.ScriptRecord;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Migration;
import dev.retort.internal.script.ScriptTrace;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The script of one revision, ready to run. */
public final class StepScript {

    private final String file;
    private final Migration migration;
    private final ScriptRecord record;
    private final DataFiles files;
    private final StatementLimits limits;
    /** What the script was seen to ask for, which a run is to do. */
    private final Map<Direction, Transcript> seen = new EnumMap<>(Direction.class);

    /**
     * @param file as messages name it
     * @param record what the history keeps of it
     * @param files those that the script names
     * @param limits of its statements, instead of the run's where the script says some
     */
    public StepScript(String file, Migration migration, ScriptRecord record, DataFiles files, StatementLimits limits) {
        this.file = file;
        this.migration = migration;
        this.record = record;
        this.files = files;
        this.limits = limits;
    }

    public String file() {
        return file;
    }

    public ScriptRecord record() {
        return record;
    }

    public DataFiles files() {
        return files;
    }

    public StatementLimits limits() {
        return limits;
    }

    /** Why the revision cannot be downgraded, in the author's words; null where it can be. */
    public @Nullable String irreversible() {
        return migration.irreversible();
    }

    /** Asks of the channel what the script wants, going up or down. What was looked at before is done, once. */
    public void migrate(Direction direction, Channel channel) {
        ask(seen.remove(direction), direction, channel);
    }

    /** Looks at what the script wants, which {@link #migrate} then does without running the script a second time. */
    public void look(Direction direction, Channel channel) {
        seen.remove(direction);
        TranscribingChannel transcribing = new TranscribingChannel(file, channel);
        run(direction, transcribing);
        transcribing.transcript().ifPresent(transcript -> seen.put(direction, transcript));
    }

    /** Asks of the channel what {@link #migrate} would, and leaves that to be done. */
    public void follow(Direction direction, Channel channel) {
        ask(seen.get(direction), direction, channel);
    }

    private void ask(@Nullable Transcript transcript, Direction direction, Channel channel) {
        if (transcript != null && transcript.fits(channel)) {
            transcript.repeat(channel);
        } else {
            run(direction, channel);
        }
    }

    private void run(Direction direction, Channel channel) {
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
