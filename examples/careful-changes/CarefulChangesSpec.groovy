import dev.retort.LintFinding.Severity
import dev.retort.LintRequest
import dev.retort.Retort
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Path
import spock.lang.Specification

/** The same change twice: as one hurried revision, and as several that keep nobody waiting. Lint sees the difference. */
class CarefulChangesSpec extends Specification {

    private static List<String> rules(String folder, Severity from) {
        def retort = Retort.configure().url('postgresql://localhost:1/nowhere').migrations(Path.of("careful-changes/$folder")).build()
        retort.lint(LintRequest.USUAL.within(LintRequest.Scope.ALL)).findings()
                .findAll { it.severity() >= from }.collect { "${it.place().line()} ${it.rule()}".toString() }
    }

    def "the hurried revision keeps others waiting, and lint reports what and where"() {
        expect:
        rules('hurried', Severity.WARNING) == ['6 update-without-where', '7 set-not-null-scans', '8 foreign-key-scans', '8 lock-held-during-work',
                                            '9 check-scans', '9 rows-read-twice', '10 index-not-concurrent', '10 lock-held-during-work',
                                            '11 unique-builds-index']
    }

    def "nothing of the careful ones is worse than a remark"() {
        expect:
        rules('careful', Severity.WARNING) == []
    }

    @spock.lang.Tag('database')
    def "both lead to the same schema"() {
        given:
        def schemas = ['hurried', 'careful'].collect { folder ->
            TestDatabase.of('postgresql').withCloseable { database ->
                Retort.configure().url(database.jdbcUrl).migrations(Path.of("careful-changes/$folder")).build().upgrade('head')
                StorySpec.schema(database)
            }
        }

        expect:
        schemas[0].objects().toString() == schemas[1].objects().toString()
    }
}
