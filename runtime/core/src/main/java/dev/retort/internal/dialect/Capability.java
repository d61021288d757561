package dev.retort.internal.dialect;

/** What not every database can do, by the name that people have for it. */
public enum Capability {
    /** What a statement that changes the schema did is undone with its transaction. */
    TRANSACTIONAL_DDL("transactions that hold changes of the schema"),
    /** A lock that a connection holds until it ends; without it, the lock of a transaction must do. */
    SESSION_LOCKS("locks of a session"),
    /** Rows follow a {@code COPY … FROM STDIN} in a file of SQL. */
    ROWS_IN_DUMPS("rows among the statements of a file of SQL");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    /** What such a database has, for a sentence: {@code sequences}. */
    public String words() {
        return words;
    }
}
