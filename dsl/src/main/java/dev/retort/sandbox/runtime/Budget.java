package dev.retort.sandbox.runtime;

import java.time.Duration;

/**
 * What one run of a script may use up.
 *
 * @param time spent in the script itself; what the database takes does not count
 * @param depth of the calls of the script's methods and closures within each other
 * @param elements of one list, range or array
 * @param characters of one text
 */
public record Budget(Duration time, int depth, int elements, int characters) {

    /** Far beyond what a migration needs, and far below what hurts. */
    public static final Budget DEFAULT = new Budget(Duration.ofSeconds(30), 1000, 1_000_000, 10_000_000);
}
