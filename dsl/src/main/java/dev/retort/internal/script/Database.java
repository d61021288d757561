package dev.retort.internal.script;

/**
 * A database that scripts may name. Found as a service, so that whoever brings one names it in a file of his own below
 * {@code META-INF/services}.
 */
public interface Database {

    /** As in a JDBC URL ({@code postgresql}); a script reads it as {@code dialect}. */
    String name();

    /** Whether the names of its objects may be no longer than so many bytes. */
    default boolean limitsNames() {
        return false;
    }
}
