package dev.retort.internal.cli

import java.nio.file.Files
import spock.lang.Tag

/** {@code schema} and {@code diff} with schema files. */
@Tag('database')
class SchemaFilesSpec extends CommandSpec {

    private static final String PROJECTS = '''\
        enumeration 'state', ['open', 'done']

        table('projects') {
            column 'id', bigint, primaryKey: true
            column 'name', varchar(80), nullable: false
            column 'state', enumeration('state'), nullable: false, default: 'open'
            column 'owner_id', bigint, references: 'users.id'
            index 'name'
        }

        view 'open_projects', "SELECT id, name FROM projects WHERE state = 'open'"

        table('users') {
            column 'id', bigint, primaryKey: true
        }
        '''.stripIndent()

    private void file(String name, String text) {
        def path = project.home.resolve(name)
        Files.createDirectories(path.parent)
        Files.writeString(path, text.stripIndent())
    }

    def "on #dialect, what a schema file declares is printed, in an order that runs, and built by a revision of it"() {
        given:
        on(dialect)
        file('schema.groovy', PROJECTS)

        when:
        def printed = retort('schema schema.groovy')

        then:
        [printed.exit, printed.err] == [0, '']
        printed.out.indexOf("createTable('users')") < printed.out.indexOf("createTable('projects')")

        when:
        project.script('a1_all.groovy', "revision 'a1'\nmessage 'All'\nupgrade {\n$printed.out}\ndowngrade { }\n")
        retorts('upgrade head')

        then:
        retort('diff db schema.groovy').with { [exit, out, err] } == [0, '', 'The schemas are equal.\n']
        retort('diff schema.groovy head').with { [exit, out, err] } == [0, '', 'The schemas are equal.\n']

        when: 'a database is written down as a schema file'
        file('again/all.groovy', retort('schema --declared').out)

        then:
        retort('diff again/ db').with { [exit, out, err] } == [0, '', 'The schemas are equal.\n']
        retort('diff schema.groovy again/').with { [exit, out, err] } == [0, '', 'The schemas are equal.\n']

        when: 'something is added to a file of a folder'
        file('again/more.groovy', "index 'users', ['id'], name: 'ix_more'\n")

        then:
        retort('diff db again/').with { [exit, out, err] } == [6, "createIndex 'ix_more', 'users', ['id']\n", '']

        where:
        dialect << DIALECTS
    }

    def "on #dialect, the schema file of the manual is one"() {
        given:
        on(dialect)
        def page = new File('../../docs/schema.md').text
        def shown = page =~ /(?s)## Schema files\n.*?```groovy\n(.*?)```/
        file('schema.groovy', shown[0][1])

        expect:
        retort('schema schema.groovy').with { [exit, err, out.contains("createTable('teams')")] } == [0, '', true]

        where:
        dialect << DIALECTS
    }

    def "a schema file runs in a process of its own where scripts do"() {
        given:
        on('sqlite')
        file('schema.groovy', PROJECTS)
        file('wrong.groovy', "table('a') { colum 'id', bigint }")

        def printed = retort('schema schema.groovy')
        def refused = retort('schema wrong.groovy')

        when:
        variables.RETORT_SANDBOX = 'process'

        then:
        printed.exit == 0
        refused.exit == 3
        retort('schema schema.groovy').with { [exit, out, err] } == printed.with { [exit, out, err] }
        retort('schema wrong.groovy').with { [exit, out, err] } == refused.with { [exit, out, err] }
    }

    def "#line is refused with one sentence"() {
        given:
        on('sqlite')
        file('wrong.groovy', "\ntable('a') { column 'id', bigint, references: 'b.id' }")
        file('revision.groovy', "revision 'a1'\nupgrade { }\ndowngrade { }")
        file('empty/x.txt', '')
        project.script('a1_one.groovy', "revision 'a1'\nupgrade { }\ndowngrade { }\n")

        expect:
        retort(line).with { [exit, out, err] } == [code, '', message]

        where:
        line                          || code | message
        'schema none.groovy'          || 2    | "error: There is no file or folder \"none.groovy\". A schema file declares what there is: table('t') { column 'id', bigint }.\n"
        'schema empty/'               || 2    | 'error: The folder "empty" has no schema file. Their names end with .groovy.\n'
        'schema wrong.groovy'         || 3    | 'error: wrong.groovy:2:1: There is no table "b". Did you mean "a"?\n'
        'schema revision.groovy'      || 3    | 'error: revision.groovy:1:1: This is a revision: "revision" is not allowed in a schema file. Put it into the' +
                " folder of the migrations; a schema file declares what there is: table('t') { … }.\n"
        'diff db ./none'              || 2    | "error: There is no file or folder \"none\". A schema file declares what there is: table('t') { column 'id', bigint }.\n"
    }

    def "a schema file among the migrations is named as what it is"() {
        given:
        on('sqlite')
        project.script('schema.groovy', PROJECTS)

        expect:
        retort('upgrade head').with { [exit, err] } == [3, 'error: migrations/schema.groovy:1:1: This is a schema file, and no revision.' +
                ' Move it out of the folder of the migrations, and type: retort schema <file>\n']
    }
}
