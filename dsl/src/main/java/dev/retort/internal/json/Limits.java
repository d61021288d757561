package dev.retort.internal.json;

/** Is asked while something large may come into being, and stops it by throwing. */
public interface Limits {

    /** Where the text at hand is limit enough. */
    Limits NONE = new Limits() {};

    /** Whether to go on at all. */
    default void check() {}

    /** So many values are created. */
    default void elements(double count) {}

    /** A text of so many characters is created. */
    default void characters(double count) {}

    /** A query has brought so many rows, and so many characters in all their values together. */
    default void answer(long rows, long characters) {}

    /** A number of so many digits is created. */
    default void digits(double count) {}
}
