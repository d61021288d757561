package dev.retort.internal.drawing;

import dev.retort.RevisionView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a picture.
 *
 * @param marks how the database and it compare; none where no database was asked
 * @param script its text; null where nobody has it any more
 */
public record DrawnRevision(
        RevisionView view, Set<Mark> marks, @Nullable String script) {

    /** What there is to say of it, as one word of the picture. */
    public enum Mark {
        CURRENT("current"),
        APPLIED("applied"),
        PENDING("pending"),
        EDITED("edited since it was applied"),
        NEVER_RUN("never run"),
        INTERRUPTED("interrupted"),
        MISSING("no script any more");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public DrawnRevision {
        marks = Set.copyOf(marks);
    }
}
