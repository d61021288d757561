package dev.retort;

/**
 * A revision that is neither applied nor reverted.
 *
 * @param revision its id
 * @param direction {@code upgrade} or {@code downgrade}: what was interrupted
 * @param statement the number of the one it was interrupted at
 * @param sql that statement's text, where it was under way outside of a transaction; otherwise empty
 */
public record Interrupted(String revision, String direction, int statement, String sql) {}
