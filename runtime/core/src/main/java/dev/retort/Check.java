package dev.retort;

import java.util.Optional;

/**
 * One thing that a {@link Verification} proves, by itself.
 *
 * @param name of one that is about no revision, such as {@code sql}; of another one the id of its revision, and for the order
 *     of branches those it is about: {@code a+b}
 * @param title one line on what is proven
 * @param revision what it is about; empty where it is about the whole chain
 * @param place in the script of that revision
 */
public record Check(Kind kind, String name, String title, Optional<String> revision, Optional<Location> place) {

    /** What can be proven. */
    public enum Kind {
        /** The chain ends in one head, or in those that were declared. */
        HEADS,
        /** Every script compiles, and no database would refuse what it asks for. */
        SCRIPTS,
        /** A revision up, down and up again leaves the schema and the rows as they were. */
        ROUND_TRIP,
        /** The schema at the head is that of the model. */
        MODEL,
        /** A downgrade to base leaves nothing. */
        BASE,
        /** The upgrade after that leads to the same, and another one does nothing. */
        AGAIN,
        /** The SQL that is written instead leads to the same, and back. */
        SQL,
        /** Branches that are joined lead to the same in either order. */
        ORDER
    }
}
