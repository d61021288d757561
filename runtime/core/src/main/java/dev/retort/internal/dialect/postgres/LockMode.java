package dev.retort.internal.dialect.postgres;

import dev.retort.TableLock.KeepsOut;

/** The locks of tables, from the weakest to the strongest, as {@code pg_locks} names them. */
enum LockMode {
    ACCESS_SHARE("AccessShareLock", KeepsOut.NOBODY),
    ROW_SHARE("RowShareLock", KeepsOut.NOBODY),
    ROW_EXCLUSIVE("RowExclusiveLock", KeepsOut.NOBODY),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", KeepsOut.NOBODY),
    SHARE("ShareLock", KeepsOut.WRITERS),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", KeepsOut.WRITERS),
    EXCLUSIVE("ExclusiveLock", KeepsOut.WRITERS),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", KeepsOut.EVERYBODY);

    private final String catalogName;
    private final KeepsOut keepsOut;

    LockMode(String catalogName, KeepsOut keepsOut) {
        this.catalogName = catalogName;
        this.keepsOut = keepsOut;
    }

    static LockMode named(String catalogName) {
        for (LockMode mode : values()) {
            if (mode.catalogName.equals(catalogName)) {
                return mode;
            }
        }
        throw new IllegalStateException("a lock that PostgreSQL had not in any version known: " + catalogName);
    }

    /** As the manual and {@code LOCK TABLE} write it. */
    String words() {
        return name().replace('_', ' ');
    }

    KeepsOut keepsOut() {
        return keepsOut;
    }
}
