package dev.retort.internal.verify;

import dev.retort.RunResult;
import dev.retort.internal.schema.Schema;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** The chain leads to the same schema once more, and there is nothing left to do then. */
final class AgainCheck implements CheckWork {

    private final Subject subject;
    private final Climb climb;

    AgainCheck(Subject subject, Climb climb) {
        this.subject = subject;
        this.climb = climb;
    }

    @Override
    public void run(Report report) throws SQLException {
        Schema first = climb.top();
        ScratchRun run = climb.atTop();
        new SchemaWords(subject)
                .compare(
                        report,
                        "The upgrade after a downgrade to base leads to another schema than the first one.",
                        run.schema(),
                        first);
        RunResult again = run.upgrade(subject.request().to());
        if (!again.steps().isEmpty()) {
            report.fail(
                    "An upgrade of what is upgraded runs "
                            + again.steps().stream()
                                    .map(RunResult.Step::revision)
                                    .collect(Collectors.joining(", ")) + ".",
                    "");
        }
    }
}
