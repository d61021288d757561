package dev.retort.internal.verify;

import dev.retort.SchemaDifference;
import dev.retort.internal.connect.Scratch;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The schema at the head is that of the model. */
final class ModelCheck implements CheckWork {

    private final Climb climb;
    private final Function<Scratch, SchemaDifference> comparison;

    /** @param comparison what leads from the schema of a database to the model */
    ModelCheck(Climb climb, Function<Scratch, SchemaDifference> comparison) {
        this.climb = climb;
        this.comparison = comparison;
    }

    @Override
    public void run(Report report) throws SQLException {
        SchemaDifference difference = comparison.apply(climb.atTop().scratch());
        if (difference.isEmpty()) {
            return;
        }
        String words = difference.changes().stream()
                .map(change -> "  " + change.object() + ":\n"
                        + change.operation().indent(6).stripTrailing())
                .collect(Collectors.joining("\n"));
        String others = difference.unreachable().stream()
                .map(sentence -> "\n  " + sentence)
                .collect(Collectors.joining());
        report.fail(
                "The revisions lead to another schema than the model's.",
                "These operations would lead to the model:\n" + words + others
                        + "\nWrite it with: retort revision --autogenerate -m \"what changed\"");
    }
}
