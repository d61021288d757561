package dev.retort.internal.dialect.h2

import dev.retort.internal.dialect.Administration
import dev.retort.internal.dialect.Backup
import dev.retort.internal.dialect.DatabaseUrl
import dev.retort.internal.dialect.Scratch
import groovy.transform.CompileStatic
import java.sql.Connection

/** A database of H2 exists as soon as it is opened. */
@CompileStatic
final class H2Administration implements Administration {

    @Override
    boolean isServed() {
        return false
    }

    @Override
    boolean create(DatabaseUrl url) {
        return false
    }

    @Override
    boolean drop(DatabaseUrl url) {
        throw Unspelled.refusal("how a database is dropped")
    }

    @Override
    Scratch scratch(DatabaseUrl beside) {
        throw Unspelled.refusal('scratch databases')
    }

    @Override
    Optional<Scratch> kept(DatabaseUrl beside, String name) {
        Optional.empty()
    }

    @Override
    Backup backup(Connection connection, Optional<DatabaseUrl> url, String program) {
        throw Unspelled.refusal("backups")
    }
}
