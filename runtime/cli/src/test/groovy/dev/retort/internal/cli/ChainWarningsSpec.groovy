package dev.retort.internal.cli

import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import spock.lang.Tag

/** What folding refuses of a chain is a warning where a revision is written, and a model compared with it. */
@Tag('database')
class ChainWarningsSpec extends CommandSpec {

    private static final String WRONG =
            'warning: migrations/b1.groovy:4: There is no table "project". Did you mean "projects"?\n'

    private void wrong() {
        project.script('a1.groovy', """revision 'a1'\nchange { createTable('projects') { column 'id', integer, primaryKey: true } }\n""")
        project.script('b1.groovy', """revision 'b1'\ndownRevision 'a1'\nchange {\naddColumn 'project', 'x', text\n}\n""")
    }

    def "on #dialect, the next revision is written all the same"() {
        given:
        on(dialect)
        wrong()

        expect:
        retort('revision -m more --rev-id c1').with { [exit, out, err] } == [0, 'migrations/c1_more.groovy\n', WRONG]

        where:
        dialect << DIALECTS
    }

    def "on #dialect, so it is where the revision leads to a model, and where the chain is compared with it"() {
        given:
        on(dialect)
        wrong()
        Files.writeString(project.home.resolve('schema.groovy'), "table('projects') { column 'id', integer, primaryKey: true\ncolumn 'y', text }\n")

        expect:
        retort('check --from chain').with { [exit, out, err] } == [6, "addColumn 'projects', 'y', text\n", WRONG]
        retort('revision --autogenerate --from chain --dry-run').with { [exit, err] } == [0, WRONG]

        where:
        dialect << DIALECTS
    }

    def "a script that cannot be compiled is one problem more"() {
        given:
        on('sqlite')
        project.script('a1.groovy', "revision 'a1'\nchange { creatTable('t') { } }\n")

        expect:
        retort('revision -m more --rev-id b1').with { [exit, out, err.startsWith('warning: migrations/a1.groovy:2:10: No operation "creatTable"')] } ==
                [0, 'migrations/b1_more.groovy\n', true]
    }

    def "of many problems the first are shown, and of a long chain that nobody followed before, none"() {
        given:
        on('sqlite')
        (1..scripts).each {
            project.script("a${it}.groovy", "revision 'a$it'\n${it == 1 ? '' : "downRevision 'a${it - 1}'"}\nchange { addColumn 't', 'c', text }\n")
        }

        expect:
        retort('revision -m more').with { [exit, err.readLines().size()] } == [0, lines]

        where:
        scripts || lines
        5       || 5
        50      || 6
        51      || 0
    }
}
