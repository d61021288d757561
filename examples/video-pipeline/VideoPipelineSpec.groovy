import dev.retort.Retort
import dev.retort.RetortException
import dev.retort.Cancellation
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** The fourth guide: a default for old rows, a guard before a unique constraint, a trigger on each database. */
@spock.lang.Tag('database')
class VideoPipelineSpec extends StorySpec {

    Path migrations = Path.of('video-pipeline/migrations')

    def "jobs from before get the default priority on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('def456000002')
        database.execute("INSERT INTO jobs (state) VALUES ('done')")

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT state, processing_priority FROM jobs') == [['done', 100]]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "duplicate addresses stop the unique constraint with a sentence, and mended data lets it pass, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('0c2345000005')
        database.execute("INSERT INTO users (email) VALUES ('ada@example.com'), ('ada@example.com'), (NULL), (NULL)")

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('Cannot add unique constraint: 1 duplicate emails found, first ada@example.com.')
        refused.problems()[0].location().file().endsWith('0d3456000006_make_emails_unique.groovy')
        refused.problems()[0].location().line() == 12
        retort.rows() == ['0c2345000005'] as SortedSet

        when:
        database.execute("UPDATE users SET email = 'grace@example.com' WHERE id = 2")
        retort.upgrade('head')

        then:
        retort.rows() == ['1a6789000009'] as SortedSet

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "the trigger keeps updated_at on #database"() {
        given:
        retort(database).upgrade('head')
        database.execute("INSERT INTO videos (youtube_id) VALUES ('a')")

        expect:
        database.rows('SELECT count(*) FROM videos WHERE updated_at IS NULL')[0][0] as int == 1

        when:
        database.execute("UPDATE videos SET youtube_id = 'b'")

        then:
        database.rows('SELECT count(*) FROM videos WHERE updated_at IS NULL')[0][0] as int == 0

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "ids are moved in batches, and go on where the run was stopped, on #database"() {
        given:
        retort(database).upgrade('0f5678000008')
        database.execute("INSERT INTO videos (youtube_id) VALUES ${(1..3500).collect { "('v$it')" }.join(', ')}, (NULL)")
        def moved = { database.rows('SELECT count(*) FROM videos WHERE youtube_video_id = youtube_id')[0][0] as int }
        def cancellation = new Cancellation()

        when: 'somebody presses Ctrl-C after the second batch'
        Retort.configure().url(database.jdbcUrl).migrations(migrations).cancellation(cancellation)
                .backfills { if (it.rows() == 2000) { cancellation.request() } }.build().upgrade('head')

        then:
        thrown(RetortException)
        moved() == 2000
        retort(database).rows() == ['0f5678000008'] as SortedSet

        when: 'and runs it again'
        def told = []
        Retort.configure().url(database.jdbcUrl).migrations(migrations).backfills { told << it.rows() }.build().upgrade('head')

        then:
        told == [2000, 3000, 3500, 3500]
        moved() == 3500
        retort(database).rows() == ['1a6789000009'] as SortedSet

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "the index is built and dropped concurrently on PostgreSQL"() {
        given:
        def database = TestDatabase.postgresql()
        def retort = retort(database)

        when:
        retort.upgrade('0f5678000008')

        then:
        database.rows("SELECT indisvalid, pg_get_indexdef(indexrelid) FROM pg_index WHERE indexrelid = 'jobs_state_priority_idx'::regclass") ==
                [[true, 'CREATE INDEX jobs_state_priority_idx ON public.jobs USING btree (state, processing_priority DESC)']]

        when:
        retort.downgrade('-1')

        then:
        database.rows("SELECT to_regclass('jobs_state_priority_idx')") == [[null]]

        cleanup:
        database.close()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'video-pipeline/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class VideoPipelineMigrationsSpec extends RoundTripSpec {
}
