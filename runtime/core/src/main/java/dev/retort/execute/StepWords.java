package dev.retort.execute;

import dev.retort.error.VisibleText;
import dev.retort.graph.Direction;
import dev.retort.graph.Step;
import dev.retort.sql.Excerpt;

/** A step, as it is announced. */
final class StepWords {

    /** What is shown of a message. */
    private static final int TITLE = 200;

    private StepWords() {}

    /** As Alembic words it: {@code Running upgrade a -> b, message}. */
    static String announcement(Step step) {
        return "Running " + of(step);
    }

    static String of(Step step) {
        String parents = String.join(", ", step.revision().downRevisions());
        String message = step.revision().message();
        String tail = message == null || message.isBlank()
                ? ""
                : ", "
                        + VisibleText.line(
                                Excerpt.of(message.strip().lines().findFirst().orElse(""), TITLE));
        return step.direction() == Direction.UP
                ? "upgrade " + parents + " -> " + step.revision().id() + tail
                : "downgrade " + step.revision().id() + " -> " + parents + tail;
    }
}
