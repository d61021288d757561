package dev.retort.internal.cli;

/** What a command does. */
interface Action {

    ExitCode run(Invocation invocation);

    /** Where it is true, {@code -v} asks for the long form, and only {@code -vv} for the log as well. */
    default boolean hasLongForm() {
        return false;
    }
}
