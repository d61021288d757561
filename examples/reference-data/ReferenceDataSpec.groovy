import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** Rows that come with the schema: from files of CSV, JSON lines and SQL beside the scripts, from lists, and computed. */
@spock.lang.Tag('database')
class ReferenceDataSpec extends StorySpec {

    Path migrations = Path.of('reference-data/migrations')

    def "reference data comes with its tables and goes with them, on #database"() {
        given:
        def retort = retort(database)

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT code, name, population FROM countries ORDER BY code')*.collect { it as String } == [
                ['DE', 'Germany', '83500000'], ['FR', 'France', '68400000'], ['NZ', 'New Zealand', '5300000'], ['VA', 'Vatican City, the', null]]
        database.rows('SELECT code FROM countries WHERE NOT in_europe') == [['NZ']]
        database.rows('SELECT name, size FROM cities ORDER BY id') == [['Berlin', 'large'], ['Nelson', 'small'], ['Orléans', 'medium']]
        database.rows("SELECT facts ->> 'capital' FROM cities WHERE id = 1")[0][0] as String in ['true', '1']
        database.rows('SELECT count(*), max(id) FROM streets')[0]*.toString() == ['25000', '25000']
        database.rows('SELECT count(*) FROM notes')[0][0] == 2

        when:
        retort.downgrade('base')
        retort.upgrade('head')

        then:
        database.rows('SELECT count(*) FROM cities')[0][0] == 3

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

/** Two revisions go down by deleting all rows of their tables: nobody else writes to them, which a proof cannot know. */
@spock.lang.Tag('database')
@MigrationTest(migrations = 'reference-data/migrations', seed = 7, except = ['2b8d41fae653', '5eb0742d1986'], database = [Database.SQLITE, Database.POSTGRESQL])
class ReferenceDataMigrationsSpec extends RoundTripSpec {
}
