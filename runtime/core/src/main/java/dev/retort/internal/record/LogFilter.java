package dev.retort.internal.record;

import java.util.Set;

/**
 * Which rows of the history are asked for.
 *
 * @param revisions only those of these; empty means all
 * @param failed only attempts that failed
 * @param limit how many at most, the newest first; 0 means all
 */
public record LogFilter(Set<String> revisions, boolean failed, int limit) {

    public LogFilter {
        revisions = Set.copyOf(revisions);
    }
}
