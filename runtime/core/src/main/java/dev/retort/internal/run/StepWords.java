package dev.retort.internal.run;

import dev.retort.Direction;
import dev.retort.Step;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.sql.Excerpt;

/** A step, as it is announced. */
public final class StepWords {

    /** What is shown of a message. */
    private static final int TITLE = 200;

    private StepWords() {}

    /** As Alembic words it: {@code Running upgrade a -> b, message}. */
    public static String announcement(Step step) {
        return "Running " + of(step);
    }

    public static String of(Step step) {
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
