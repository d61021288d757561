package dev.retort.testkit;

/** The kinds of databases that tests can be given. */
public enum Database {
    /** A temporary file. */
    SQLITE("sqlite"),
    /**
     * A database of the server that {@code RETORT_TEST_POSTGRES_URL} names; else of one in a container, where a Docker engine
     * answers and Testcontainers is on the class path; else of the embedded binaries of {@code io.zonky.test}.
     */
    POSTGRESQL("postgresql");

    private final String label;

    Database(String label) {
        this.label = label;
    }

    /** As it is called in settings and reports. */
    @Override
    public String toString() {
        return label;
    }
}
