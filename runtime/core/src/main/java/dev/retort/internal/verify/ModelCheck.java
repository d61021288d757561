package dev.retort.internal.verify;

import dev.retort.internal.connect.ScratchConnections;
import java.sql.SQLException;
import java.util.function.Function;

/** The schema at the head is that of the model. */
final class ModelCheck implements CheckWork {

    private final Climb climb;
    private final Function<ScratchConnections, String> difference;

    /** @param difference what leads from the schema of a database to the model, as text; empty where nothing differs */
    ModelCheck(Climb climb, Function<ScratchConnections, String> difference) {
        this.climb = climb;
        this.difference = difference;
    }

    @Override
    public void run(Report report) throws SQLException {
        String words = difference.apply(climb.atTop().scratch());
        if (!words.isEmpty()) {
            report.fail(
                    "The revisions lead to another schema than the model's.",
                    "These operations would lead to the model:\n" + words
                            + "\nWrite them with: retort revision --autogenerate -m \"what changed\"");
        }
    }
}
