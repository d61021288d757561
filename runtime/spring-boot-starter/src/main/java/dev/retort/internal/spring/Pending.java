package dev.retort.internal.spring;

import dev.retort.Interrupted;
import dev.retort.Problem;
import dev.retort.spring.RetortInstance;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database lacks of its target.
 *
 * @param revisions to be applied, in order
 * @param interrupted neither applied nor reverted
 */
record Pending(List<String> revisions, List<String> interrupted) {

    /** Asks the database; no script is compiled. */
    static Pending of(RetortInstance instance) {
        return new Pending(
                instance.retort().planUpgrade(instance.target(), null).steps().stream()
                        .map(step -> step.revision().id())
                        .toList(),
                instance.retort().interrupted().stream()
                        .map(Interrupted::revision)
                        .toList());
    }

    boolean isEmpty() {
        return revisions.isEmpty() && interrupted.isEmpty();
    }

    List<Problem> problems(RetortInstance instance) {
        List<Problem> problems = new ArrayList<>();
        if (!interrupted.isEmpty()) {
            problems.add(Problem.of("A run was interrupted in the database "
                            + instance.retort().database() + " at " + String.join(", ", interrupted) + ".")
                    .withHint("Run retort upgrade to continue there, or retort resolve."));
        }
        if (!revisions.isEmpty()) {
            problems.add(Problem.of((revisions.size() == 1 ? "A revision is" : revisions.size() + " revisions are")
                            + " not applied to the database "
                            + instance.retort().database() + ": " + String.join(", ", revisions)
                            + ".")
                    .withHint("Run retort upgrade " + instance.target()
                            + " before the application, or set retort.mode to migrate or wait."));
        }
        return problems;
    }
}
