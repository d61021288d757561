package dev.retort.internal.ddl

import dev.retort.internal.dialect.Dialect
import dev.retort.internal.dialect.postgres.PostgresDialect
import dev.retort.internal.dialect.sqlite.SqliteDialect

/** The readers of both databases. */
final class DdlReaders {

    static final Map<String, Dialect> DIALECTS = [postgresql: new PostgresDialect(), sqlite: new SqliteDialect()]

    private static final Map<String, DdlReader> READERS =
            DIALECTS.collectEntries { name, dialect -> [name, new DdlReader(dialect.folding().grammar())] }

    static DdlReader of(String dialect) { READERS[dialect] }
}
