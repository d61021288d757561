package dev.retort.internal.dialect;

/**
 * What is known of the server for which a change is looked at.
 *
 * @param version the first number of it
 * @param utc whether the session that makes the change has the time zone UTC
 */
public record Server(int version, boolean utc) {

    public Server withUtc(boolean newUtc) {
        return new Server(version, newUtc);
    }
}
