package dev.retort;

/** Receives how a backfill gets on: before its first batch, after each, and at its end. */
@FunctionalInterface
public interface BackfillListener {

    void progress(BackfillProgress progress);
}
