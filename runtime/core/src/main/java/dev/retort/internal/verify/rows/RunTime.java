package dev.retort.internal.verify.rows;

/**
 * The time between two looks at a database, by its own clock, as it writes times. What has a value of that time afterwards
 * was set by the clock: by a trigger that keeps the time of the last change, for example.
 *
 * @param from the first characters of a literal, to the second
 */
record RunTime(String from, String until) {

    private static final int TO_THE_SECOND = "2024-01-01 00:00:00".length();

    /** @param literal of a time: {@code '2024-01-01 00:00:00.123+00'} */
    static String moment(String literal) {
        String bare = literal.startsWith("'") ? literal.substring(1) : literal;
        return bare.substring(0, Math.min(bare.length(), TO_THE_SECOND)).replace('T', ' ');
    }

    boolean has(String literal) {
        String moment = moment(literal);
        return moment.length() == TO_THE_SECOND && moment.compareTo(from) >= 0 && moment.compareTo(until) <= 0;
    }
}
