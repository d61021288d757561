package dev.retort.internal.drift;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.RevisionView;
import dev.retort.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses to take a database for what the scripts make of one while it lacks some of them. */
public final class PendingRevisions {

    private PendingRevisions() {}

    /** @throws RetortException of the kind DIFFERENCES, naming what is pending */
    public static void refuse(Status status) {
        if (!status.interrupted().isEmpty()) {
            throw new RetortException(
                    Kind.DIFFERENCES,
                    Problem.of("A revision was interrupted and is neither applied nor reverted.")
                            .withHint("See what is to be done with: retort status"));
        }
        if (!status.unexplainedRows().isEmpty()) {
            throw new RetortException(
                    Kind.DIFFERENCES,
                    Problem.of("No script explains where the database is: "
                                    + String.join(", ", status.unexplainedRows()) + ".")
                            .withHint("See what is known of it with: retort status"));
        }
        List<RevisionView> pending = new ArrayList<>(status.neverRun());
        pending.addAll(status.pending());
        if (!pending.isEmpty()) {
            throw new RetortException(
                    Kind.DIFFERENCES,
                    Problem.of("The database is not up to date. Pending: "
                                    + pending.stream()
                                            .map(PendingRevisions::named)
                                            .collect(Collectors.joining(", "))
                                    + ".")
                            .withHint("Apply them first with: retort upgrade heads"));
        }
    }

    private static String named(RevisionView view) {
        String message = view.message();
        return view.id() + (message.isEmpty() ? "" : " \"" + message + "\"");
    }
}
