package dev.retort.internal.lsp

import dev.retort.internal.testing.Project
import java.nio.file.Files
import org.eclipse.lsp4j.DiagnosticSeverity
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What is underlined while a script is written. */
class DiagnosticsSpec extends Specification {

    static final List<String> LOST = [
            'dropTable \'users\': The rows of "users" are lost. Its rows are gone, and an application that still names it fails.',
            'downgrade {: The upgrade drops the table "users", and the downgrade cannot bring back what was in it. Who downgrades loses what was' +
                    ' there before the upgrade, and reads of it nowhere.\nInstead: downgrade(\'What was in it is lost: …\') {',
    ]

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup
    EditorClient editor

    private void start() {
        editor = new EditorClient(project.home)
    }

    private static String revision(String id, String header, String upgrade, String downgrade = "execute 'SELECT 1'") {
        "revision '$id'\n${header}message 'Adds a thing'\n\nupgrade {\n    $upgrade\n}\n\ndowngrade {\n    $downgrade\n}\n"
    }

    private static String creating(String id, String header, String table) {
        revision(id, header, "createTable('$table') { column 'id', integer, primaryKey: true }", "dropTable '$table'")
    }

    def "an operation that does not exist is underlined, and what was meant is offered"() {
        given:
        start()
        def good = creating('a1', '', 'users')

        when:
        editor.open('migrations/a1.groovy', good.replace('createTable', 'creatTable'))

        then:
        editor.shows('migrations/a1.groovy', ['creatTable: No operation "creatTable". Did you mean "createTable"?',
                                              'column: "column" is not allowed inside upgrade, downgrade or change. It belongs inside createTable.'])
        editor.kinds('migrations/a1.groovy') == [[DiagnosticSeverity.Error, null]] * 2
        editor.fixes('migrations/a1.groovy', 'creatT') == ['Replace with "createTable"': good]
        editor.fixes('migrations/a1.groovy', 'revision') == [:]

        when: 'it is corrected, and nothing is saved'
        editor.type('migrations/a1.groovy', 'creatTable', 'createTable')

        then:
        editor.shows('migrations/a1.groovy', [])
        Files.notExists(project.migrations.resolve('a1.groovy'))
    }

    def "everything that is wrong is underlined where it is, in UTF-16, whatever ends a line"() {
        given:
        start()
        def text = """\
            revision 'a1'
            message 'Größe 😀'
            upgrade {
                createTable('größe', comment: '😀😀') { column 'id', integer; colum 'größe', integer }
                addColumn 'größe', 'b', txt, nulable: false
                execute 5
            }
            downgrade { dropTable 'größe' }
            """.stripIndent().replace('\n', lineEnd)

        when:
        editor.open('migrations/a1.groovy', text)

        then:
        editor.shows('migrations/a1.groovy', [
                'colum: No word "colum" inside createTable. Did you mean "column"?',
                'txt: No type "txt". Did you mean "text"?',
                'nulable: addColumn has no option "nulable". Did you mean "nullable"?',
                '5: execute takes a text as its sql, not a whole number. It is written: execute sql.',
        ])

        where:
        lineEnd << ['\n', '\r\n']
    }

    def "a header is checked as it is typed"() {
        given:
        project.script('a1.groovy', creating('a1', '', 'users'))
        start()

        when:
        editor.open('migrations/b2.groovy', creating('b2', "downRevison 'a1'\n", 'orders'))

        then:
        editor.shows('migrations/b2.groovy',
                ['downRevison: There is no header word "downRevison". Did you mean "downRevision"? Write: downRevision \'…\''])
        editor.fixes('migrations/b2.groovy', 'downRevis').values()[0].contains("downRevision 'a1'")

        when:
        editor.type('migrations/b2.groovy', 'downRevison', 'downRevision')
        editor.type('migrations/b2.groovy', "'a1'", "'a2'")

        then:
        editor.shows('migrations/b2.groovy',
                ['a2: The down-revision "a2" of "b2" is not among the 2 scripts in migrations. Did you mean "a1"?'])
        editor.fixes('migrations/b2.groovy', "'a2").values()[0].contains("downRevision 'a1'")

        when:
        editor.type('migrations/b2.groovy', "'a2'", "'a1'")

        then:
        editor.shows('migrations/b2.groovy', [])
    }

    def "what no earlier revision has created is found in its place in the chain, and what lint finds"() {
        given:
        project.script('a1.groovy', creating('a1', '', 'users'))
        start()

        when:
        editor.open('migrations/b2.groovy', revision('b2', "downRevision 'a1'\n", "addColumn 'userz', 'name', text", "dropColumn 'userz', 'name'"))

        then:
        editor.shows('migrations/b2.groovy', ['userz: There is no table "userz". Did you mean "users"? The revisions before it do not create what it needs, or have renamed it.'])
        editor.kinds('migrations/b2.groovy') == [[DiagnosticSeverity.Error, 'fails-in-chain']]
        editor.fixes('migrations/b2.groovy', "addColumn 'use").values()[0].contains("addColumn 'users', 'name'")

        when:
        editor.replace('migrations/b2.groovy', revision('b2', "downRevision 'a1'\n", "dropTable 'users'", "createTable('users') { column 'id', integer, primaryKey: true }"))

        then:
        editor.shows('migrations/b2.groovy', LOST)
        editor.kinds('migrations/b2.groovy') == [[DiagnosticSeverity.Information, 'drop-table'], [DiagnosticSeverity.Warning, 'downgrade-loses-data']]
        editor.pages('migrations/b2.groovy') == ['https://example.org/drop-table', null]
    }

    private static final String several = 'There are several heads for "head": "b2" (migrations/b2.groovy), "c3" (migrations/c3.groovy).' +
            ' Name one (b2, c3), take all with heads, or join them: retort merge b2 c3'

    def "two heads, and two scripts with one id, are found in each"() {
        given:
        project.script('a1.groovy', creating('a1', '', 'users'))
        project.script('b2.groovy', creating('b2', "downRevision 'a1'\n", 'orders'))
        start()

        when:
        editor.open('migrations/c3.groovy', creating('c3', "downRevision 'a1'\n", 'things'))

        then:
        editor.shows('migrations/c3.groovy', ["'c3': $several".toString()])
        editor.shows('migrations/b2.groovy', ["'b2': $several".toString()])
        editor.kinds('migrations/b2.groovy') == [[DiagnosticSeverity.Warning, 'MultipleHeads']]

        when:
        editor.type('migrations/c3.groovy', "revision 'c3'", "revision 'b2'")

        then:
        editor.shows('migrations/c3.groovy', ["'b2': The revision \"b2\" is also in migrations/b2.groovy. Give one of them another id, or remove it.".toString()])
        editor.shows('migrations/b2.groovy', [])
    }

    def "a script that is not open is checked with the others, and again when it has changed"() {
        given:
        project.script('a1.groovy', creating('a1', '', 'users'))
        project.script('b2.groovy', revision('b2', "downRevision 'a1'\n", "addColumn 'userz', 'name', text", "dropColumn 'userz', 'name'"))
        start()

        expect:
        editor.shows('migrations/b2.groovy', ['userz: There is no table "userz". Did you mean "users"?'])
        editor.registered == ['workspace/didChangeWatchedFiles']

        when: 'another revision appears'
        editor.write('migrations/b2.groovy', creating('b2', "downRevision 'a1'\n", 'orders'))

        then:
        editor.shows('migrations/b2.groovy', [])
    }
}
