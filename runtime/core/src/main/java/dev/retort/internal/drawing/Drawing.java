package dev.retort.internal.drawing;

import dev.retort.LogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a picture shows. Texts are as scripts and databases have them: whoever draws them escapes them.
 *
 * @param revisions the newest first
 * @param database its name, for people; null where it was not asked, and nothing is known of what is applied
 * @param entries of the history, the newest first
 * @param unexplained what the database has that no revision of the picture accounts for, as sentences
 */
public record Drawing(
        List<DrawnRevision> revisions,
        @Nullable String database,
        List<LogEntry> entries,
        List<String> unexplained,
        DrawnSchema schema) {

    public Drawing {
        revisions = List.copyOf(revisions);
        entries = List.copyOf(entries);
        unexplained = List.copyOf(unexplained);
    }
}
