package dev.retort.internal.testing

import dev.retort.Retort
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.QualifiedName
import java.nio.file.Path
import spock.lang.Specification

/** A folder of migrations, and the story that it tells on every database. */
abstract class StorySpec extends Specification {

    /** Where the story's scripts are. */
    abstract Path getMigrations()

    Retort retort(TestDatabase database) {
        database.lentTo(RememberedScripts.by(Retort.configure())).migrations(migrations).build()
    }

    /** All but Retort's own tables. */
    static final ReadScope SCOPE = ReadScope.without(['retort_version', 'retort_history', 'retort_progress'].collect { QualifiedName.of(it) } as Set)

    /** What the database holds besides rows and Retort's own tables. */
    static Schema schema(TestDatabase database) {
        def connection = database.open()
        try {
            return Dialects.of(connection).reading().read(connection, SCOPE)
        } finally {
            connection.close()
        }
    }
}
