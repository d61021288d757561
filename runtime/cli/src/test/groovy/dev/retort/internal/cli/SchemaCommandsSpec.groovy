package dev.retort.internal.cli

import spock.lang.Tag

/** {@code schema}, {@code diff} and {@code validate --chain}. */
@Tag('database')
class SchemaCommandsSpec extends CommandSpec {

    private static final String PROJECTS = '''\
        createTable('projects') {
            column 'id', integer, primaryKey: true
            column 'name', text, nullable: false
            column 'state', text, default: 'todo'
            check "state IN ('todo', 'done')", name: 'ck_state'
        }'''

    private void projects() {
        project.script('a1_projects.groovy', "revision 'a1'\nmessage 'Projects'\nchange {\n${PROJECTS.stripIndent()}\n}\n")
        project.script('b2_owner.groovy', '''\
            revision 'b2'
            downRevision 'a1'
            message 'Owner'
            change {
                addColumn 'projects', 'owner', varchar(40)
                createIndex 'ix_owner', 'projects', ['owner', sql('name DESC')]
            }
            '''.stripIndent())
    }

    def "on #dialect, a revision's schema is printed without a database, and what was upgraded to it is equal to it"() {
        given:
        on(dialect)
        projects()

        expect:
        retort('schema').with { [exit, out, err] } == [0, '', 'The schema is empty.\n']
        retort('schema b2').with { [exit, out.contains("column 'owner', varchar(40)")] } == [0, true]

        when:
        retorts('upgrade b2')

        then:
        retort('diff db b2').with { [exit, out, err] } == [0, '', 'The schemas are equal.\n']
        retort('diff b2 db').with { [exit, out] } == [0, '']

        where:
        dialect << DIALECTS
    }

    def "on #dialect, a difference is printed in an order that runs, what loses data is marked, and the exit code is 6"() {
        given:
        on(dialect)
        projects()
        retorts('upgrade b2')

        when:
        def back = retort('diff db a1')

        then:
        back.exit == 6
        back.out == '''\
            dropIndex 'ix_owner', 'projects', was: ['owner', sql('name DESC')]
            // loses data
            dropColumn 'projects', 'owner', was: varchar(40)
            '''.stripIndent().replace("['owner', sql('name DESC')]", printed)

        when:
        def json = retort('diff a1 b2 --json')

        then:
        json.exit == 6
        json.json.changes*.object == ['column projects.owner', 'index ix_owner']
        json.json.changes*.losesData == [false, false]
        json.json.equal == false
        json.json.complete == true

        where:
        dialect      | printed
        'sqlite'     | "['owner', 'name'], order: [name: 'DESC']"
        'postgresql' | "['owner', 'name'], order: [name: 'DESC']"
    }

    def "on #dialect, what was changed by hand is found, and what has no place in a schema is named"() {
        given:
        on(dialect)
        projects()
        retorts('upgrade head')
        database.execute('ALTER TABLE projects ADD COLUMN extra integer', *more)

        when:
        def outcome = retort('diff head db')

        then:
        outcome.exit == 6
        outcome.out.contains("addColumn 'projects', 'extra', integer")
        warning == null || outcome.err == "warning: Not part of a schema, and left out: $warning.\n"

        where:
        dialect      | more                                                                                                 | warning
        'sqlite'     | []                                                                                                   | null
        'postgresql' | ['CREATE RULE nothing AS ON DELETE TO projects DO ALSO SELECT 1']                                    | 'rule projects.nothing'
    }

    def "a script that names what no earlier one creates is reported with its line and the nearest name"() {
        given:
        on('sqlite')
        projects()
        project.script('c3_wrong.groovy', '''\
            revision 'c3'
            downRevision 'b2'
            message 'Wrong'
            upgrade {
                addColumn 'project', 'x', integer
                execute 'ALTER TABLE projects RENAME COLUMN owner TO lead'
                alterColumn 'projects', 'leed', nullable: true
            }
            downgrade {
            }
            '''.stripIndent())

        when:
        def outcome = retort('validate --chain')

        then:
        outcome.exit == 3
        outcome.err == '''\
            error: migrations/c3_wrong.groovy:5: There is no table "project". Did you mean "projects"?
            error: migrations/c3_wrong.groovy:7: There is no column "leed" in the table "projects". Did you mean "lead"?
            '''.stripIndent()
        database.tables() == []
    }

    def "a chain in which each script finds what it needs is said to be so"() {
        given:
        on('sqlite')
        projects()

        expect:
        retort('validate --chain').with { [exit, out, err] } == [0, '', 'Each script finds what it needs.\n']
        retort('validate --chain --json').json == [findings: [], valid: true]
    }

    def "several schemas are read and compared with foreign keys from one to the other, and what is in none of them is named"() {
        given:
        on('postgresql')
        project.script('a1_billing.groovy', '''\
            revision 'a1'
            message 'Billing'
            change {
                createSchema 'billing'
                createTable('users') {
                    column 'id', integer, primaryKey: true
                }
                createTable('billing.invoices') {
                    column 'id', integer, primaryKey: true
                    column 'user_id', integer, references: 'users.id'
                    column 'state', varchar(10), default: 'new'
                    check "state IN ('new', 'paid')"
                }
                createTable('notes') {
                    column 'id', integer, primaryKey: true
                    column 'invoice_id', integer, references: 'billing.invoices.id'
                }
            }
            '''.stripIndent())
        retorts('upgrade head')

        when:
        def first = retort('diff db head')
        variables.RETORT_SCHEMAS = 'public, billing'
        def both = retort('diff db head')
        def printed = retort('schema db')
        database.execute('ALTER TABLE billing.invoices ADD COLUMN paid_at date')
        def changed = retort('diff head db')

        then:
        first.exit == 0
        first.err.contains('warning: Not part of a schema, and left out: table billing.invoices.')
        both.with { [exit, out, err] } == [0, '', 'The schemas are equal.\n']
        printed.out.contains("createTable('billing.invoices') {")
        printed.out.contains("foreignKey 'user_id', references: 'users.id'")
        printed.out.contains("foreignKey 'invoice_id', references: 'billing.invoices.id'")
        changed.with { [exit, out] } == [6, "addColumn 'billing.invoices', 'paid_at', date\n"]
    }

    def "a problem of a script is a warning where its schema is printed or compared"() {
        given:
        on('postgresql')
        projects()
        project.script('c3_wrong.groovy', "revision 'c3'\ndownRevision 'b2'\nmessage 'Wrong'\nchange {\n    addColumn 'project', 'x', integer\n}\n")
        String warning = 'warning: migrations/c3_wrong.groovy:5: There is no table "project". Did you mean "projects"?\n'

        expect:
        retort('schema c3').with { [exit, err] } == [0, warning]
        retort('diff b2 c3').with { [exit, err] } == [0, warning + 'The schemas are equal.\n']
        retort('diff b2 c3 --json').json.problems == [(warning - 'warning: ').trim()]
        retort('upgrade a1:c3 --sql').with { [exit, err.contains((warning - 'warning: ').trim())] } == [0, true]
    }

    def "entities of JPA are looked for where the table [jpa] says, and what is missing is said in a sentence"() {
        given:
        on('sqlite')
        def file = project.home.resolve('retort.toml').toFile()

        expect:
        retort('schema jpa').with { [exit, err.readLines()[0]] } == [2, 'error: Where the entities of JPA are is not set. ' +
                'Write classes = ["target/classes"], or unit = "name", in the table [jpa].']

        when:
        file << "\n[jpa]\nclasses = \"target/classes\"\n"

        then:
        retort('diff db jpa').with { [exit, err.contains(' names target/classes, and nothing is there. Compile first (mvn compile)')] } == [2, true]

        when:
        new File(file.parentFile, 'target/classes').mkdirs()

        then: 'the program brings no Hibernate'
        retort('diff db jpa').with { [exit, err.contains('Hibernate is not on the class path of the entities. Add org.hibernate.orm:hibernate-core')] } == [2, true]

        when:
        file << "clases = \"x\"\n"

        then:
        retort('config').with { [exit, err.contains('The table [jpa] has no setting "clases". Did you mean "classes"?')] } == [2, true]
    }

    def "#line is refused with one sentence"() {
        given:
        on('sqlite')
        projects()

        expect:
        retort(line).with { [exit, err] } == [code, message]

        where:
        line                                  || code | message
        'diff a1'                             || 2    | 'error: "diff" needs TO. For example: retort diff db head\n'
        'diff a1 zz'                          || 3    | 'error: There is no revision "zz" among the 2 scripts in migrations. They are listed by: retort history\n'
    }
}
