package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.GraphException
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.util.zip.DeflaterOutputStream
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What was applied and has no file any more: looked at and reverted by the text that the history keeps. */
@spock.lang.Tag('database')
class GoneScriptSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "the head is reverted though its script is gone, on #dialect"() {
        given:
        on(dialect)
        project.table('aaaa1').table('bbbb1', ['aaaa1'])
        retort.upgrade('head')
        gone('bbbb1')

        expect:
        retort.current()*.id() == ['bbbb1']
        retort.current()*.file() == ['retort_history/bbbb1.groovy']
        retort.applied() == ['aaaa1', 'bbbb1'] as Set
        retort.history(null, true).find { it.current() }.id() == 'bbbb1'
        retort.history(null, false)*.id() == ['aaaa1']
        retort.show('bbbb')*.message() == ['Do bbbb1']
        with(retort.status()) {
            unexplainedRows() == ['bbbb1'] as Set
            missingFiles().empty
            heads()*.id() == ['aaaa1']
            !clean
        }
        retort.planDowngrade('-1', null).steps()*.revision()*.id() == ['bbbb1']
        sql('-1').contains('DROP TABLE t_bbbb1')

        and: 'upwards only files count'
        retort.upgrade('head').steps().empty

        when:
        def result = retort.downgrade('-1')

        then:
        result.steps()*.revision() == ['bbbb1']
        tables() == ['t_aaaa1']
        retort.status().clean
        retort.log(LogRequest.ALL).entries()*.direction() == ['downgrade', 'upgrade', 'upgrade']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "all of it is reverted though every script is gone, on #dialect"() {
        given:
        on(dialect)
        project.table('a').table('b', ['a'], "branchLabels 'left'").table('c', ['a'], "dependsOn 'b'").table('m', ['b', 'c'])
        retort.upgrade('heads')
        ['a', 'b', 'c', 'm'].each { gone(it) }

        when:
        retort.downgrade('base')

        then:
        tables() == []
        retort.rows().empty

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a script that is gone from the middle keeps nobody from looking and going back"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a']).table('c', ['b'])
        retort.upgrade('head')
        gone('b')

        expect:
        retort.current()*.id() == ['c']
        retort.status().missingFiles() == ['b'] as Set
        retort.show('b')*.downRevisions() == [['a']]

        when:
        retort.upgrade('head')

        then:
        thrown(GraphException.InvalidGraph)

        when:
        retort.downgrade('a')

        then:
        tables() == ['t_a']
    }

    def "a text that is not what its checksum says is refused: #how"() {
        given:
        on('sqlite')
        project.table('a')
        retort.upgrade('head')
        gone('a')
        def connection = database.open()
        connection.prepareStatement("UPDATE retort_history SET $how = ?").with {
            it.setObject(1, value)
            it.execute()
        }
        connection.close()

        when:
        retort.downgrade('base')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.sentence() == ["Row 1 of retort_history, for revision a, $sentence" as String]
        tables() == ['t_a']

        when:
        retort.script(retort.log(LogRequest.ALL).entries()[0])

        then:
        thrown(RetortException)

        where:
        how                  | value                                                        || sentence
        'script'             | deflated("revision 'a'\nupgrade { execute 'DROP TABLE x' }") || 'does not hold the script that its checksum was computed from.'
        'script'             | [1, 2, 3] as byte[]                                          || 'does not hold the script that its checksum was computed from.'
        'script'             | deflated('x' * 20_000_000)                                   || 'does not hold the script that its checksum was computed from.'
        'checksum'           | 'f' * 64                                                     || 'does not hold the script that its checksum was computed from.'
        'checksum_algorithm' | 'MD5'                                                        || 'says that its checksum was computed by "MD5", which this version does not know.'
    }

    def "a stored text passes the same walls as a file: #body"() {
        given:
        on('sqlite')
        project.table('a')
        retort.upgrade('head')
        gone('a')
        def text = "revision 'a'\nupgrade { }\ndowngrade { $body }\n"
        def connection = database.open()
        connection.prepareStatement('UPDATE retort_history SET script = ?, checksum = ?').with {
            it.setBytes(1, deflated(text))
            it.setString(2, text.digest('SHA-256'))
            it.execute()
        }
        connection.close()

        when:
        retort.downgrade('base')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.location()*.file() == ['retort_history/a.groovy']
        tables() == ['t_a']

        where:
        body << ["new File('/tmp/x').text = ''", "System.exit(3)", "nonsense 'x'"]
    }

    def "the text that was run last counts, and a stamp in between changes nothing"() {
        given:
        on('sqlite')
        project.table('a')
        retort.upgrade('head')
        retort.downgrade('base')
        project.revision('a', [], "upgrade { createTable('second') { column 'id', integer } }\ndowngrade { dropTable 'second' }")
        retort.upgrade('head')
        retort.stamp(['base'], false)
        retort.stamp(['a'], false)
        gone('a')

        when:
        retort.downgrade('base')

        then:
        tables() == []
    }

    def "what the history does not keep cannot be gone back from"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a'])
        retort.stamp(['b'], false)
        gone('b')

        when:
        retort.downgrade('-1')

        then:
        def unknown = thrown(GraphException.UnknownRow)
        unknown.row() == 'b'
    }

    private static byte[] deflated(String text) {
        def bytes = new ByteArrayOutputStream()
        new DeflaterOutputStream(bytes).withCloseable { it.write(text.bytes) }
        bytes.toByteArray()
    }

    private void gone(String revision) {
        Files.delete(project.migrations.resolve("${revision}.groovy"))
    }

    private String sql(String target) {
        def script = new StringBuilder()
        retort.downgradeSql(target, script)
        script
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    private Retort getRetort() {
        project.retort(database)
    }

    private List<String> tables() {
        InSchema.tables(StorySpec.schema(database)).keySet().sort()
    }
}
