package dev.retort.internal.verify;

import dev.retort.RetortException;
import dev.retort.internal.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Branches that two people write at the same time lead to the same schema, whichever is run first. */
final class OrderCheck implements CheckWork {

    private final Subject subject;
    private final List<String> branches;

    /** @param branches the last revision of each */
    OrderCheck(Subject subject, List<String> branches) {
        this.subject = subject;
        this.branches = List.copyOf(branches);
    }

    @Override
    public void run(Report report) throws SQLException {
        List<String> reversed = new ArrayList<>(branches);
        Collections.reverse(reversed);
        Schema one = upgraded(branches, report);
        Schema other = upgraded(reversed, report);
        if (report.hasFailed()) {
            return;
        }
        String words = new SchemaWords(subject).between(other, one);
        if (!words.isEmpty()) {
            report.fail(
                    "The order of the branches matters: " + order(reversed) + " leads to another schema than "
                            + order(branches) + ".",
                    "These operations would lead to that of the latter:\n" + words);
        }
    }

    private Schema upgraded(List<String> order, Report report) throws SQLException {
        try (ScratchRun run = subject.start()) {
            try {
                order.forEach(run::upgrade);
            } catch (RetortException e) {
                report.fail(e.prefixed("In the order " + order(order) + ": ").problems());
            }
            return run.schema();
        }
    }

    private static String order(List<String> branches) {
        return String.join(", then ", branches);
    }
}
