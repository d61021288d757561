package library;

/** Where a book is on its way to its readers. */
public enum State {
    ORDERED,
    SHELVED,
    LENT
}
