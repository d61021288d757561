package dev.retort.internal.lsp

import dev.retort.internal.testing.Project
import org.eclipse.lsp4j.DocumentSymbol
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What words mean, and where they lead. */
class NavigationSpec extends Specification {

    static final String A1 = 'migrations/a1_users.groovy'
    static final String B2 = 'migrations/b2_names.groovy'

    static final String NAMES = '''\
        // What comes first is no header.
        revision 'b2'
        downRevision 'a1'
        message 'Names'

        upgrade {
            addColumn 'users', 'name', varchar(20), nullable: true
            createTable('notes') {
                column 'id', integer, primaryKey: true
                column 'at', timestamp(timezone: true)
            }
            execute """
                UPDATE users SET name = 'x'
                """
        }

        downgrade('Forgets the names') {
            dropTable 'notes'
            dropColumn 'users', 'name'
        }
        '''.stripIndent()

    @Shared
    @AutoCleanup
    Project project = new Project()

    @Shared
    @AutoCleanup
    EditorClient editor

    def setupSpec() {
        project.script('a1_users.groovy', "revision 'a1'\nbranchLabels 'shop'\nmessage 'Users'\n" +
                "change { createTable('users') { column 'id', integer, primaryKey: true } }\n")
        project.script('b2_names.groovy', NAMES)
        project.script('c3.groovy', "revision 'c3'\ndownRevision 'b2'\ndependsOn 'shop'\nmessage 'More'\n" +
                "change { createTable('more') { column 'id', integer, primaryKey: true } }\n")
        editor = new EditorClient(project.home)
        editor.open(B2)
        editor.open('migrations/c3.groovy', "revision 'c3'\ndownRevision 'zz'\nmessage 'More'\nchange { }")
        // The chain has been read, and has no other heads, when that is known.
        editor.shows('migrations/c3.groovy', ['\'zz\': The down-revision "zz" of "c3" is not among the 3 scripts in migrations.' +
                ' Restore its script, or correct the header.'])
        editor.close('migrations/c3.groovy')
        editor.shows('migrations/c3.groovy', [])
    }

    def "an operation is explained: how it is written, what the manual says of it, and its options"() {
        when:
        def text = editor.hover(B2, 'addCol')

        then:
        text.startsWith('```groovy\naddColumn table, column, type\n```\n\nAdds a column')
        text.contains('Options: `autoincrement` (true or false)')
        !text.contains('ALTER TABLE')
    }

    def "options, types and words of the header are explained"() {
        expect:
        editor.hover(B2, before).startsWith(text)

        where:
        before                          || text
        'nulla'                         || '`nullable: true or false`, an option of `addColumn`\n\nAdds a column'
        'varch'                         || '```groovy\nvarchar'
        "column 'at', times"            || '```groovy\ntimestamp'
        'timezo'                        || '`timezone: true or false`, an option of `timestamp`'
        "        colu"                  || '```groovy\ncolumn name, type\n```'
        'downRevis'                     || '```groovy\ndownRevision ids…\n```'
        "downRevision 'a"               || "**a1** Users\n\nmigrations/a1_users.groovy\n\nBranch shop"
    }

    def "nothing is said of what is no word of the language"() {
        expect:
        editor.hover(B2, before) == null

        where:
        before << ["message 'Na", 'UPDATE us', "dropTable 'no", 'What comes']
    }

    def "a down-revision and a label lead to the header of the script"() {
        given:
        editor.open('migrations/c3.groovy')

        expect:
        editor.definition(B2, "downRevision 'a") == ["$A1: 1:11 a1".toString()]
        editor.definition('migrations/c3.groovy', "dependsOn 'sh") == ["$A1: 1:11 a1".toString()]
        editor.definition(B2, "dropTable 'no") == []
    }

    def "those that follow a revision are found from anywhere in it, and from where it is named"() {
        expect:
        editor.references(B2, before, declaration) == found

        where:
        before            | declaration || found
        "revision 'b"     | false       || ['migrations/c3.groovy: 2:15 b2']
        'UPDATE users'    | false       || ['migrations/c3.groovy: 2:15 b2']
        "revision 'b"     | true        || ['migrations/c3.groovy: 2:15 b2', "$B2: 2:11 b2".toString()]
        "downRevision 'a" | false       || ['migrations/c3.groovy: 3:12 shop', "$B2: 3:15 a1".toString()]
    }

    def "what is in a script is listed"() {
        expect:
        outline(editor.symbols(B2)) == [
                "revision b2",
                'upgrade', ["addColumn users", "createTable notes", "execute UPDATE users SET name = 'x'"],
                'downgrade', ["dropTable notes", "dropColumn users"],
        ]
    }

    private static List outline(List<DocumentSymbol> symbols) {
        symbols.collectMany { [it.name] + (it.children ? [outline(it.children)] : []) }
    }
}
