package dev.retort.internal.lsp

import dev.retort.internal.testing.Project
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What is proposed where. */
class ProposalsSpec extends Specification {

    static final String B2 = 'migrations/b2.groovy'

    @Shared
    @AutoCleanup
    Project project = new Project()

    @Shared
    @AutoCleanup
    EditorClient editor

    def setupSpec() {
        project.script('a1.groovy', '''\
            revision 'a1'
            branchLabels 'shop'
            message 'Users'
            change {
                createTable('users') {
                    column 'id', integer, primaryKey: true
                    column 'größe', text
                }
                createTable('orders') {
                    column 'id', integer, primaryKey: true
                    column 'user_id', integer, references: 'users.id'
                }
            }
            '''.stripIndent())
        editor = new EditorClient(project.home)
        // What the chain is, is known when it has been checked.
        editor.open(B2, "revision 'b2'\ndownRevision 'x'\nchange { }\n")
        editor.shows(B2, ['\'x\': The down-revision "x" of "b2" is not among the 2 scripts in migrations. Restore its script, or correct the header.'])
    }

    private void open(String text) {
        editor.replace(B2, text)
    }

    private static String script(String upgrade, String header = "downRevision 'a1'\n") {
        "revision 'b2'\n${header}upgrade {\n$upgrade"
    }

    def "the words of each place are proposed there, in a script that is far from done"() {
        when:
        open(text)
        def proposed = editor.proposed(B2, text)

        then:
        proposed.containsAll(there)
        proposed.intersect(not) == []

        where:
        text                                                           || there                                        | not
        ''                                                             || ['revision', 'downRevision', 'upgrade']      | ['addColumn', 'column']
        "revision 'b2'\nmess"                                          || ['message', 'dependsOn', 'change']           | ['createTable', 'text']
        script('    ')                                                 || ['createTable', 'execute', 'batchAlterTable'] | ['column', 'revision', 'primaryKey']
        script("    // a brace {\n    execute '{'\n    add")           || ['addColumn', 'addEnumValue']                | ['column', 'revision']
        script("    createTable('things') {\n        ")                || ['column', 'primaryKey', 'foreignKey']       | ['addColumn', 'revision']
        script("    createTable('things') {\n    }\n    ")             || ['createTable', 'addColumn']                 | ['column']
        script("    batchAlterTable('users') {\n        a")            || ['addColumn', 'alterColumn']                 | ['execute', 'createTable']
        script("    bulkInsert('users') {\n        ")                  || ['row']                                      | ['column', 'execute']
        script("    query('SELECT 1').each { row ->\n        ")        || ['execute', 'addColumn']                     | ['column']
        script("    addColumn 'users', 'name', ")                      || ['text', 'varchar', 'nullable', 'references'] | ['addColumn', 'timezone']
        script("    addColumn 'users', 'name', text, nullable: true, ") || ['references', 'unique']                    | ['nullable']
        script("    addColumn 'users', 'at', timestamp(")              || ['timezone', 'precision']                    | ['nullable']
        script("    addColumn 'users', 'name', text, nullable: ")      || ['true', 'false']                            | ['unique', 'text']
        script("    alterColumn 'users', 'name', type: ")              || ['text', 'varchar']                          | ['nullable']
        script("    // add")                                           || []                                           | ['addColumn']
        script("    execute 'add")                                     || []                                           | ['addColumn']
        script("    'x'.a")                                            || []                                           | ['addColumn']
    }

    def "names are proposed where they are meant: of the tables and columns before it, and of those that it creates"() {
        when:
        open(text)

        then:
        editor.proposed(B2, text) == there

        where:
        text                                                                              || there
        script("    dropTable '")                                                         || ['orders', 'users']
        script("    addColumn 'us")                                                       || ['orders', 'users']
        script("    dropColumn 'users', 'g")                                              || ['größe', 'id']
        script("    batchAlterTable('orders') {\n        dropColumn '")                   || ['id', 'user_id']
        script("    createIndex 'ix', 'orders', ['id', '")                                || ['id', 'user_id']
        script("    createForeignKey 'fk', 'orders', 'users', ['user_id'], ['")           || ['größe', 'id']
        script("    createTable('things') {\n        column 'a', text\n        unique '") || ['a']
        script("    createTable('things') {\n        column 'a', integer, references: '") || ['orders.id', 'orders.user_id', 'users.größe', 'users.id', 'things.a']
        script("    createIndex '")                                                       || []
        script("    createTable('things') { column 'a', text }\n    dropColumn 'things', '") || ['a']
    }

    def "revisions and labels are proposed with what they are for, with quotes where there are none"() {
        when:
        open(text)

        then:
        editor.proposed(B2, text) == there
        there.empty || editor.completed(B2, text, there[0]) == completed
        there.empty || editor.completions(B2, text)[0].detail == 'Users (head)'

        where:
        text                                  || there          | completed
        "revision 'b2'\ndownRevision "        || ['a1']         | "revision 'b2'\ndownRevision 'a1'"
        "revision 'b2'\ndownRevision '"       || ['a1']         | "revision 'b2'\ndownRevision 'a1"
        "revision 'b2'\ndownRevision 'x"      || ['a1']         | "revision 'b2'\ndownRevision 'a1"
        "revision 'b2'\ndependsOn 'a1', '"    || ['a1', 'shop'] | "revision 'b2'\ndependsOn 'a1', 'a1"
        "revision 'b2'\nmessage '"            || []             | ''
    }

    def "what is proposed replaces what was typed of it, and is explained by the manual"() {
        given:
        def text = script("    addCol")
        open(text)

        expect:
        editor.completed(B2, text, 'addColumn') == script('    addColumn')
        editor.completions(B2, text).find { it.label == 'addColumn' }.with {
            detail == 'addColumn table, column, type' && documentation.getRight().value.startsWith('Adds a column')
        }

        when:
        def options = script("    addColumn 'users', 'name', text, nul")
        editor.replace(B2, options)

        then:
        editor.completed(B2, options, 'nullable') == script("    addColumn 'users', 'name', text, nullable: ")
        editor.completions(B2, options).find { it.label == 'nullable' }.detail == 'true or false, an option of addColumn'
    }

    def "a schema file has its own words"() {
        given:
        def text = "table('things') {\n    column 'a', text\n    unique '"
        open('')
        editor.open('schema.groovy', text)

        expect:
        editor.proposed('schema.groovy', text) == ['a']
        editor.proposed('schema.groovy', "table('things') {\n    ").containsAll(['column', 'unique'])

        when:
        editor.replace('schema.groovy', "tabl('things') { column 'a', text }\n")

        then:
        editor.shows('schema.groovy', ['tabl: No word "tabl" in a schema file. Did you mean "table"?',
                                       'column: "column" is not allowed in a schema file. It belongs inside table.'])
        editor.proposed('schema.groovy', 'tabl').containsAll(['table', 'view'])
    }
}
