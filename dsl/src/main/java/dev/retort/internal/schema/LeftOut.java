package dev.retort.internal.schema;

/**
 * An object that was met and that a {@link Schema} does not hold.
 *
 * @param kind as people call it: {@code foreign table}
 * @param name unquoted
 */
public record LeftOut(String kind, String name) implements Comparable<LeftOut> {
    @Override
    public int compareTo(LeftOut other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? name.compareTo(other.name) : byKind;
    }

    /** For messages: {@code foreign table remote_users}. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
