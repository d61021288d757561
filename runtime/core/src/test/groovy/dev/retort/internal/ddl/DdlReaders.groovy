package dev.retort.internal.ddl

import dev.retort.internal.ddl.postgres.PostgresGrammar
import dev.retort.internal.ddl.sqlite.SqliteGrammar
import dev.retort.internal.dialect.Dialect
import dev.retort.internal.dialect.postgres.PostgresDialect
import dev.retort.internal.dialect.sqlite.SqliteDialect
import dev.retort.internal.schema.ColumnType

import java.util.function.Function

/** The readers of both databases. */
final class DdlReaders {

    static final Map<String, Dialect> DIALECTS = [postgresql: new PostgresDialect(), sqlite: new SqliteDialect()]

    private static final Map<String, DdlReader> READERS = [
            postgresql: new DdlReader(new PostgresGrammar(DIALECTS.postgresql.syntax(),
                    { String text -> dev.retort.internal.dialect.postgres.Types.parse(text, null) } as Function<String, ColumnType>)),
            sqlite: new DdlReader(new SqliteGrammar(DIALECTS.sqlite.syntax(),
                    { String text -> dev.retort.internal.dialect.sqlite.Types.parse(text) } as Function<String, ColumnType>))]

    static DdlReader of(String dialect) { READERS[dialect] }
}
