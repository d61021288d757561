package dev.retort.internal.lsp

import dev.retort.internal.testing.Project
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What lint would rather read is offered where it has found something, as far as the text alone has to change. */
class QuickFixesSpec extends Specification {

    static final String B2 = 'migrations/b2.groovy'

    static final String SCRIPT = """\
        // 😀 what an author has written stays
        revision 'b2'
        downRevision 'a1'
        message 'Finds users by name'
        upgrade {
            createIndex 'ix_users_name', 'users', ['name'] // by name
            createIndex 'ix_users_größe', 'users', ['größe']
            createCheckConstraint 'ck_users_name', 'users', "name <> ''"
        }
        downgrade {
            dropConstraint 'ck_users_name', 'users', type: 'check'
            dropIndex 'ix_users_größe', 'users'
            dropIndex 'ix_users_name', 'users'
        }
        """.stripIndent()

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup
    EditorClient editor

    def setup() {
        project.home.resolve('retort.toml').toFile().text = 'url = "postgresql://nobody@127.0.0.1:1/nothing"\n'
        project.script('a1.groovy', """\
            revision 'a1'
            message 'Users'
            change { createTable('users') { column 'id', integer, primaryKey: true; column 'name', text; column 'größe', integer } }
            """.stripIndent())
    }

    private void open(String text, List<String> operations = ['create']) {
        editor = new EditorClient(project.home, [:], null, operations)
        editor.open(B2, text)
        long until = System.currentTimeMillis() + EditorClient.PATIENCE
        while (!editor.shown(B2) && System.currentTimeMillis() < until) {
            sleep(20)
        }
        assert editor.kinds(B2)*.getAt(1).containsAll(['index-not-concurrent', 'check-scans'])
    }

    def "one statement is changed, and not a character besides"() {
        when:
        open(SCRIPT.replace('\n', lineEnd))

        then:
        editor.fixes(B2, "createIndex 'ix_users_gr") == ['Fix index-not-concurrent':
                SCRIPT.replace("'users', ['größe']", "'users', ['größe'], concurrently: true").replace('\n', lineEnd)]

        and: 'nothing where nothing was found, and where there is a comment in the statement'
        editor.fixes(B2, 'message') == [:]
        editor.fixes(B2, "createIndex 'ix_users_name'") == [:]

        where:
        lineEnd << ['\n', '\r\n']
    }

    def "what takes a second revision creates it"() {
        when:
        open(SCRIPT)
        def fixes = editor.files(B2, 'createCheckCon')

        then:
        fixes.keySet() == ['Fix check-scans, with a revision after this one'] as Set
        def files = fixes.values()[0]
        files[B2] == SCRIPT.replace("\"name <> ''\"", "\"name <> ''\", notValid: true")
        def next = (files.keySet() - B2)[0]
        next ==~ 'migrations/[0-9a-f]{12}_validate_ck_users_name.groovy'
        files[next].contains("downRevision 'b2'") && files[next].contains("validateConstraint 'users', 'ck_users_name'")

        and: 'the same one when it is asked for again'
        editor.files(B2, 'createCheckCon') == fixes
    }

    def "an editor that creates no files is offered what needs none"() {
        when:
        open(SCRIPT, operations)

        then:
        editor.fixes(B2, 'createCheckCon') == [:]
        editor.fixes(B2, "createIndex 'ix_users_gr").size() == 1

        where:
        operations << [['rename'], null]
    }

    def "a fix is of what is typed, not of what was found before"() {
        given:
        open(SCRIPT)

        when:
        editor.type(B2, "createIndex 'ix_users_größe', 'users', ['größe']", "createIndex 'ix_users_größe', 'users', ['größe'], unique: true")

        then:
        editor.fixes(B2, "createIndex 'ix_users_gr").values().every { it.contains("unique: true, concurrently: true") }
    }
}
