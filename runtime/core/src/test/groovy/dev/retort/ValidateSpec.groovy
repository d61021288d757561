package dev.retort

import dev.retort.Finding.Kind
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.lang.reflect.Proxy
import java.nio.file.Files
import java.sql.Connection
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Whether the scripts are what was applied, and what can be done where they are not. */
@spock.lang.Tag('database')
class ValidateSpec extends Specification {

    static final String SCRIPT = '''\
        revision 'a'
        message 'Create people'
        change {
            createTable('people') {
                column 'id', integer, primaryKey: true
                column 'note', text, default: 'a  b'
            }
        }
        '''.stripIndent()

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "#what changes nothing, on #dialect"() {
        given:
        on(dialect)
        project.script('a.groovy', SCRIPT)
        retort.upgrade('head')

        when:
        project.script('a.groovy', change.call(SCRIPT) as String)
        assert Files.readString(project.migrations.resolve('a.groovy')) != SCRIPT

        then:
        retort.validate() == []
        retort.status().clean
        retort.upgrade('head').steps().empty

        where:
        [dialect, [what, change]] << [['sqlite', 'postgresql'], [
                ['a comment', { it.replace('change {', '// why\nchange { /* and\nwhy not */') }],
                ['a licence header', { '/*\n * Licensed to you\n */\n\n' + it }],
                ['CRLF for LF', { it.replace('\n', '\r\n') }],
                ['a byte order mark', { '\uFEFF' + it }],
                ['trailing blanks and lines', { it.replace('\n', '  \t\n') + '\n\n' }],
                ['indentation', { it.replace('    ', '\t') }],
                ['blanks between words', { it.replace("column 'id', integer", "column   'id',integer") }],
                ['another message', { it.replace('Create people', 'Create the people') }],
                ['a message where there was none', { it.replace('Create people', 'x').replace('message', "description 'Why'\ncreated '2026-11-21'\nmessage") }],
                ['another order in the header', { "message 'Create people'\n" + it.replace("message 'Create people'\n", '') }],
        ]].combinations()
    }

    def "an upgrade with nothing to do asks three questions at most, and compiles nothing, on #dialect"() {
        given:
        on(dialect)
        project.script('a.groovy', SCRIPT)
        retort.upgrade('head')
        project.script('a.groovy', '// a comment\n' + SCRIPT).script('b.groovy', "revision 'b'\nupgrade { nonsense }\nirreversible 'no'")
        def questions = []
        def connection = database.open()
        def counting = Proxy.newProxyInstance(getClass().classLoader, [Connection] as Class[]) { proxy, method, arguments ->
            if (method.name in ['prepareStatement', 'createStatement']) {
                questions << (arguments ? arguments[0] : 'statement')
            }
            method.invoke(connection, arguments)
        } as Connection
        def watched = project.on(database).connection(counting).build()
        questions.clear()

        expect:
        watched.upgrade('a').steps().empty
        questions.size() in 1..3

        cleanup:
        connection?.close()

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "CRLF in what was applied is no difference either"() {
        given:
        on('sqlite')
        project.script('a.groovy', SCRIPT.replace('\n', '\r\n'))
        retort.upgrade('head')

        when:
        project.script('a.groovy', SCRIPT)

        then:
        retort.validate() == []
    }

    def "an edited script is shown as a difference, and stops an upgrade until it is accepted, on #dialect"() {
        given:
        on(dialect)
        project.script('a.groovy', SCRIPT)
        retort.upgrade('head')
        project.script('a.groovy', SCRIPT.replace('a  b', 'a b')).table('b', ['a'])

        when:
        def findings = retort.validate()

        then:
        findings*.kind() == [Kind.EDITED]
        findings*.file() == ['migrations/a.groovy']
        findings[0].sentence() == 'Revision a was applied, and its script does something else now.'
        findings[0].hint() == 'Undo the change, or accept it: retort repair a'
        findings[0].diff().readLines()[0..1] == ['--- retort_history/a.groovy', '+++ migrations/a.groovy']
        findings[0].diff().readLines().findAll { it =~ /^[-+] / } == [
                "-        column 'note', text, default: 'a  b'", "+        column 'note', text, default: 'a b'"]
        retort.status().edited()*.id() == ['a']

        when:
        work.call(retort)

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.SCRIPT
        refused.problems()*.location()*.toString() == ['migrations/a.groovy']
        refused.message.contains("+        column 'note', text, default: 'a b'")
        tables() == ['people']

        when:
        def repaired = retort.repair(['a'])

        then:
        repaired == [new Repaired('a', 'migrations/a.groovy')]
        retort.validate() == []
        retort.status().edited().empty
        retort.upgrade('head').steps()*.revision() == ['b']
        with(retort.log(new LogRequest('a', false, 1)).entries()[0]) {
            direction() == 'repair'
            outcome() == 'done'
            keepsScript()
            retort.script(it).contains("'a b'")
        }

        when: 'it is edited back'
        project.script('a.groovy', SCRIPT)

        then:
        retort.validate()*.revision() == ['a']

        when: 'and its downgrade is that of the file'
        retort.downgrade('base')

        then:
        tables() == []

        where:
        [dialect, work] << [['sqlite', 'postgresql'], [
                { it.upgrade('head') }, { it.planUpgrade('head', null) }, { it.upgradeSql('head', new StringBuilder()) }]].combinations()
    }

    def "a file that a script reads is part of what it does, on #dialect"() {
        given:
        on(dialect)
        def people = project.migrations.resolve('people.sql')
        Files.writeString(people, "INSERT INTO people (id) VALUES (1);\n")
        project.script('a.groovy', "revision 'a'\nupgrade { createTable('people') { column 'id', integer }\nexecuteFile 'people.sql' }\ndowngrade { dropTable 'people' }\n")
        retort.upgrade('head')

        when:
        Files.writeString(people, "-- a comment\r\nINSERT INTO people (id)\r\nVALUES (1);\r\n")
        project.script('a.groovy', "message 'Fill'\n" + Files.readString(project.migrations.resolve('a.groovy')))

        then:
        retort.validate() == []

        when:
        Files.writeString(people, "INSERT INTO people (id) VALUES (2);\n")

        then:
        retort.validate()*.kind() == [Kind.EDITED]

        when:
        retort.upgrade('head')

        then:
        thrown(RetortException)

        when:
        retort.repair(['a'])

        then:
        retort.validate() == []

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "an interrupted revision is told, and is nothing to accept, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], "upgrade { autocommit { execute 'CREATE TABLE t (id integer)' }\nexecute 'nonsense' }\nirreversible 'no'")
        try {
            retort.upgrade('head')
            assert false
        } catch (RetortException expected) {
        }

        expect:
        retort.validate()*.kind() == [Kind.INTERRUPTED]
        retort.validate()[0].hint().contains('retort resolve a')

        when:
        retort.repair(['a'])

        then:
        thrown(RetortException)

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "another place in the graph is told, and stops no upgrade by itself"() {
        given:
        on('sqlite')
        project.table('a').table('c', ['a'])
        retort.upgrade('heads')
        project.table('c', ['a'], "branchLabels 'left'").table('d', ['c'])

        expect:
        retort.validate()*.sentence() == ['Revision c was applied, and its script has another place now.']
        retort.upgrade('heads').steps()*.revision() == ['d']
        retort.repair(['c'])*.revision() == ['c']
        retort.validate() == []
    }

    def "what was accepted does not hide what never ran"() {
        given:
        on('sqlite')
        project.table('b').table('c', ['b'])
        retort.upgrade('head')
        project.table('a').table('b', ['a'])

        when:
        retort.repair(['b'])

        then:
        retort.validate()*.kind() == [Kind.OUT_OF_ORDER]
        retort.validate()*.revision() == ['a']
    }

    def "a script that is gone and not needed is told, and can be accepted as gone, on #dialect"() {
        given:
        on(dialect)
        project.table('aaaa1').table('b', ['aaaa1']).table('c', ['b'])
        retort.upgrade('head')
        gone('b')
        project.table('c', ['aaaa1'])

        expect:
        retort.validate()*.kind() == [Kind.EDITED, Kind.DELETED]
        retort.validate()*.revision() == ['c', 'b']
        retort.validate()[1].hint() == 'Bring it back, or accept that it is gone: retort repair b'
        retort.validate()[1].diff().contains('+++ /dev/null')
        retort.upgrade('head').steps().empty

        when: 'both are named, the second one wrongly'
        retort.repair(['c', 'aaaa'])

        then: 'nothing is accepted'
        def refused = thrown(RetortException)
        refused.problems()*.sentence() == ['There is nothing to repair about revision aaaa1.']
        retort.validate().size() == 2

        when:
        def repaired = retort.repair(['b', 'c', 'b'])

        then:
        repaired == [new Repaired('b', null), new Repaired('c', 'migrations/c.groovy')]
        retort.validate() == []
        retort.status().clean

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a script that is gone and needed is told, and cannot be accepted as gone"() {
        given:
        on('sqlite')
        project.table('a').table('b', ['a']).table('c', ['b'])
        retort.upgrade('head')
        gone(revision)

        expect:
        retort.validate()*.kind() == [Kind.DELETED]
        retort.validate()[0].hint().contains(hint)

        when:
        retort.repair([revision])

        then:
        def refused = thrown(RetortException)
        refused.problems()*.sentence() == ["The database is at revision $revision, whose script is gone." as String]
        retort.log(new LogRequest(revision, false, 0)).entries()*.direction() == ['upgrade']

        where:
        revision || hint
        'b'      || 'migrations/c.groovy needs it'
        'c'      || 'retort downgrade'
    }

    def "a row that nothing explains is told"() {
        given:
        on('sqlite')
        project.table('a')
        retort.ensureVersion()
        database.execute("INSERT INTO retort_version VALUES ('zzzz')")

        expect:
        retort.validate()*.kind() == [Kind.UNKNOWN]

        when:
        retort.repair(['zzzz'])

        then:
        thrown(RetortException)
    }

    def "nothing is repaired by a name that is none: #name"() {
        given:
        on('sqlite')
        project.table('abcd1').table('abcd2', ['abcd1'])
        retort.upgrade('abcd1')

        when:
        retort.repair([name])

        then:
        def refused = thrown(RetortException)
        refused.message.contains(sentence)
        retort.log(LogRequest.ALL).entries().size() == 1

        where:
        name    || sentence
        'abcd'  || '"abcd" may be'
        'abcd1' || 'There is nothing to repair about revision abcd1.'
        'abcd2' || 'There is nothing to repair about revision abcd2.'
        'head'  || 'There is no revision "head" to repair.'
        'nope'  || 'There is no revision "nope" to repair.'
    }

    def "a script that cannot be compiled is not accepted"() {
        given:
        on('sqlite')
        project.table('a')
        retort.upgrade('head')
        project.revision('a', [], "upgrade { nonsense 'x' }\nirreversible 'no'")

        when:
        retort.repair(['a'])

        then:
        thrown(RetortException)
        retort.log(LogRequest.ALL).entries()*.direction() == ['upgrade']
    }

    def "without a history there is nothing to find, and nothing is made, on #dialect"() {
        given:
        on(dialect)
        project.table('a')

        expect:
        retort.validate() == []

        when:
        retort.repair(['a'])

        then:
        thrown(RetortException)
        !retort.log(LogRequest.ALL).exists()

        where:
        dialect << ['sqlite', 'postgresql']
    }

    private void gone(String revision) {
        Files.delete(project.migrations.resolve("${revision}.groovy"))
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
