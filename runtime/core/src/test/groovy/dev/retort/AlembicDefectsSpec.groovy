package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.GraphException
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * What Alembic gets wrong, each with its number in the list of the reference, and Retort does right, on real databases.
 * D1 (two upgrades at once) is in {@link LockSpec}, D3 (scripts below the head, edited scripts) in
 * {@link OutOfOrderSpec}. D2 is about Alembic's environment script; D28 and D29 are about autogenerate.
 */
@spock.lang.Tag('database')
class AlembicDefectsSpec extends Specification {

    static final List<String> DIALECTS = ['sqlite', 'postgresql']

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "D4: a database at every head is said to be, though a dependency hides one, on #dialect"() {
        given:
        on(dialect)
        example()
        retort.upgrade('heads')

        expect:
        retort.rows() == ['d2', 'e2'] as Set
        retort.current()*.id() == ['d1', 'd2', 'e2']
        retort.upToDate
        retort.status().clean

        where:
        dialect << DIALECTS
    }

    def "D5: a stamp down keeps the head that a dependency had hidden, on #dialect"() {
        given:
        on(dialect)
        example()
        retort.upgrade('heads')

        expect:
        retort.stamp(['e1'], false).rows() == ['d1', 'd2', 'e1'] as Set

        where:
        dialect << DIALECTS
    }

    def "D6: a stamp of an ancestor with its descendant is refused, on #dialect"() {
        given:
        on(dialect)
        example()

        when:
        retort.stamp(['b', 'c1'], false)

        then:
        thrown(GraphException.Overlap)
        retort.rows().empty
        retort.upgrade('heads').rows() == ['d2', 'e2'] as Set

        where:
        dialect << DIALECTS
    }

    def "D7: a branch goes down to the base alone, on #dialect"() {
        given:
        on(dialect)
        example()
        retort.upgrade('heads')

        expect:
        retort.downgrade('left@base').rows() == ['d2', 'e1'] as Set
        tables() == ['t_a', 't_b', 't_c2', 't_d2', 't_e1']

        where:
        dialect << DIALECTS
    }

    def "D8: one step down from several revisions is not left to chance, on #dialect"() {
        given:
        on(dialect)
        example()
        retort.upgrade('heads')

        when:
        retort.downgrade('-1')

        then:
        def refused = thrown(GraphException.AmbiguousStep)
        refused.message.contains('retort downgrade right@-1 or retort downgrade net@-1')
        retort.rows() == ['d2', 'e2'] as Set

        where:
        dialect << DIALECTS
    }

    def "D9: a downgrade to the head of a branch works where there are several"() {
        given:
        on('sqlite')
        example()
        retort.upgrade('d1')
        project.table('f1', ['d1'], "branchLabels 'later'")
        retort.upgrade('f1')
        retort.upgrade('d2')
        Files.delete(project.migrations.resolve('f1.groovy'))
        project.table('f1', ['d1']).table('g1', ['f1'])
        retort.upgrade('g1')

        expect:
        retort.downgrade('g1@head').steps().empty
        retort.downgrade('right@head').steps().empty
        retort.rows() == ['d2', 'g1'] as Set
    }

    def "D10: a downgrade to a revision of another branch is refused"() {
        given:
        on('sqlite')
        example()
        retort.upgrade('heads')

        when:
        retort.downgrade('left@d2')

        then:
        thrown(GraphException.NotOnBranch)
        retort.rows() == ['d2', 'e2'] as Set
    }

    def "D11: each thing that cannot be found has a message of its own: #target"() {
        given:
        on('sqlite')
        project.table('abcd1').table('abcd2', ['abcd1']).table('side1', [], "branchLabels 'side'")

        when:
        retort.upgrade(target)

        then:
        def refused = thrown(GraphException)
        refused.name() == kind
        refused.message.contains(what)

        where:
        target        || kind              | what
        'abcd'        || 'AmbiguousPrefix' | '"abcd1"'
        'nowhere'     || 'UnknownRevision' | 'There is no revision "nowhere"'
        'sode@head'   || 'UnknownBranch'   | 'Did you mean "side"?'
        'side@abcd1'  || 'NotOnBranch'     | 'is not on the branch "side"'
    }

    def "D11: and so has a row that no script explains"() {
        given:
        on('sqlite')
        project.table('a')
        retort.upgrade('head')
        database.execute("UPDATE retort_version SET version_num = 'lost'")

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(GraphException.UnknownRow)
        refused.message.contains('The version table names the revision "lost"')
    }

    def "D12, D13, D14: what is no graph is named with its files in every command: #fault"() {
        given:
        on('sqlite')
        scripts.each { id, down -> project.script("${id}_file.groovy", header(id, down)) }
        extra.each { name, text -> project.script(name, text) }
        def commands = [
                { retort.heads(false) }, { retort.bases() }, { retort.branches() }, { retort.history(null, false) },
                { retort.show('heads') }, { retort.upgrade('heads') }, { retort.downgrade('base') },
                { retort.stamp(['heads'], false) }, { retort.status() }, { retort.planUpgrade('heads', null) }]

        expect:
        commands.every { command ->
            def failure = failure(command)
            assert failure.kind() == Kind.SCRIPT
            assert failure.message.contains(message)
            true
        }
        database.rows('SELECT name FROM sqlite_schema').empty

        where:
        fault                    | scripts                                      | extra                                          || message
        'a cycle on its own'     | [a: ['b'], b: ['a']]                         | [:]                                            || 'migrations/b_file.groovy'
        'a cycle between others' | [r: [], b: ['r', 'c'], c: ['b'], h: ['c']]   | [:]                                            || 'follow each other in a cycle'
        'a loop'                 | [a: ['a']]                                   | [:]                                            || 'The revision "a" follows itself.'
        'a missing parent'       | [a: ['nope']]                                | [:]                                            || 'The down-revision "nope" of "a" is not among'
        'an id twice'            | [a: []]                                      | ['other.groovy': "revision 'a'\nchange { }\n"] || 'The revision "a" is also in'
        'a label twice'          | [:]                                          | ['a.groovy': "revision 'a'\nbranchLabels 'x'\nchange { }", 'b.groovy': "revision 'b'\nbranchLabels 'x'\nchange { }"] || 'The branch label "x"'
    }

    def "D14, D15: a new revision that would break the graph is not written: #what"() {
        given:
        project.table('aaaa', [], "branchLabels 'taken'")
        def retort = Retort.configure().home(project.home).build()

        when:
        retort.revision(new RevisionRequest('m', id, ['head'], false, labels, [], null))

        then:
        thrown(RetortException)
        project.migrations.toFile().list() == ['aaaa.groovy'] as String[]

        where:
        what                 | id     | labels
        'an id that is'      | 'aaaa' | []
        'a label that is'    | 'bbbb' | ['taken']
        'an id as a label'   | 'bbbb' | ['aaaa']
    }

    def "D16: ranges of the history work with several bases and dependencies, on #dialect"() {
        given:
        on(dialect)
        example()
        retort.upgrade('d1')

        expect:
        retort.history('current:', false)*.id() == ['d1']
        retort.history('left@base:', false)*.id() == ['d1', 'c1', 'b', 'a']
        retort.history('e1:', false)*.id() == ['e2', 'e1']

        where:
        dialect << DIALECTS
    }

    def "D17: what only looks makes nothing in the database, on #dialect"() {
        given:
        on(dialect)
        example()

        when:
        retort.rows()
        retort.applied()
        retort.current()
        retort.isUpToDate()
        retort.history(':current', true)
        retort.show('current')
        retort.files('current')
        retort.status()
        retort.planUpgrade('heads', null)
        retort.upgradeSql('heads', new StringBuilder())

        then:
        InSchema.tables(StorySpec.schema(database)).isEmpty()
        database.rows(dialect == 'sqlite' ? 'SELECT name FROM sqlite_schema'
                : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").empty

        where:
        dialect << DIALECTS
    }

    def "D18: a long id is recorded, on #dialect, and one that is too long is refused before anything runs"() {
        given:
        on(dialect)
        def id = 'a' * 60
        project.table(id)

        expect:
        retort.upgrade('head').rows() == [id] as Set
        retort.downgrade('base').rows().empty

        when:
        project.script('long.groovy', "revision '${'b' * 300}'\ndownRevision '$id'\nchange { }\n")
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.message.startsWith('migrations/long.groovy:1:')
        tables().empty

        where:
        dialect << DIALECTS
    }

    def "D19: a table with an enumeration goes up, down and up again, and one is added to a table, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], """
            change {
                createEnum 'mood', ['sad', 'happy']
                createTable('people') { column 'id', integer, primaryKey: true
                                        column 'mood', enumeration('mood', ['sad', 'happy']) }
            }""")
        project.revision('b', ['a'], "change { addColumn 'people', 'was', enumeration('mood', ['sad', 'happy']) }")

        expect:
        retort.upgrade('head').rows() == ['b'] as Set
        retort.downgrade('base').rows().empty
        retort.upgrade('head').rows() == ['b'] as Set

        where:
        dialect << DIALECTS
    }

    def "D20: a failure behind an autocommit block is gone on with, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'id', integer, primaryKey: true }
                autocommit { createIndex 'ix', 't', ['id']${dialect == 'postgresql' ? ', concurrently: true' : ''} }
                execute 'INSERT INTO later VALUES (1)'
            }
            irreversible 'no'""")

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('later')
        retort.rows().empty

        when:
        database.execute('CREATE TABLE later (id integer)')

        then:
        retort.upgrade('head').rows() == ['a'] as Set
        database.rows('SELECT id FROM later') == [[1]]
        tables() == ['later', 't']

        where:
        dialect << DIALECTS
    }

    def "D21: a renamed column has the unique constraint that names it"() {
        given:
        on('sqlite')
        project.revision('a', [], "change { createTable('t') { column 'id', integer, primaryKey: true\n column 'old', text } }")
        project.revision('b', ['a'], """
            upgrade {
                batchAlterTable('t') {
                    renameColumn 'old', 'fresh'
                    createUniqueConstraint 'uq_fresh', ['fresh']
                }
            }
            irreversible 'no'""")
        retort.upgrade('head')
        database.execute("INSERT INTO t (id, fresh) VALUES (1, 'x')")

        when:
        database.execute("INSERT INTO t (id, fresh) VALUES (2, 'x')")

        then:
        thrown(java.sql.SQLException)
    }

    def "D22, D23, D24: a rebuilt table keeps its children, triggers, views and all that is said of it"() {
        given:
        on('sqlite')
        project.revision('a', [], """
            upgrade {
                execute 'CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT COLLATE NOCASE, x, y INTEGER AS (id * 2) STORED)'
                execute 'CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE)'
                execute 'CREATE INDEX ix ON p (n DESC)'
                execute 'CREATE VIEW v AS SELECT n FROM p'
                execute 'CREATE TRIGGER tr AFTER DELETE ON p BEGIN DELETE FROM c WHERE p = old.id; END'
                execute "INSERT INTO p (id, n) VALUES (7, 'seven')"
                execute 'INSERT INTO c VALUES (1, 7)'
            }
            irreversible 'no'""")
        project.revision('b', ['a'], "upgrade { alterColumn 'p', 'n', nullable: false }\nirreversible 'no'")

        when:
        project.retort(database.enforcingForeignKeys()).upgrade('head')
        def sql = database.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").flatten().join('\n')

        then:
        database.rows('SELECT * FROM c') == [[1, 7]]
        database.rows('SELECT n FROM v') == [['seven']]
        ['AUTOINCREMENT', 'COLLATE NOCASE', 'ON DELETE CASCADE', 'DESC', 'CREATE TRIGGER tr', 'STORED'].every { sql.contains(it) }
        database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%tmp%'").empty
        database.rows("SELECT seq FROM sqlite_sequence WHERE name = 'p'") == [[7]]
    }

    def "D25: a column with a foreign key is added to a table of SQLite's"() {
        given:
        on('sqlite')
        project.table('a')
        project.revision('b', ['a'], """
            change {
                createTable('child') { column 'id', integer, primaryKey: true }
                addColumn 'child', 'a_id', integer, references: 't_a.id'
            }""")

        when:
        retort.upgrade('head')

        then:
        database.rows("SELECT \"table\", \"from\" FROM pragma_foreign_key_list('child')") == [['t_a', 'a_id']]
    }

    def "D26, D27: what is no target is said to be none: #target"() {
        given:
        on('sqlite')
        example()

        when:
        sql ? retort.upgradeSql(target, new StringBuilder()) : retort.upgrade(target)

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.USAGE
        refused.message.contains(target)

        where:
        target   | sql
        'a:b:c1' | true
        'a+1xyz' | false
        'a+1.5'  | false
    }

    def "D30: the names of files have no say in the order, on #dialect"() {
        given:
        on(dialect)
        def other = new Project()
        ['x', 'y', 'z'].each {
            project.script("1_${it}.groovy", header(it, []))
            other.script("${(char) (300 - (it as char))}_${it}.groovy", header(it, []))
        }
        def second = TestDatabase.of(dialect)

        expect:
        retort.upgrade('heads').steps()*.revision() == other.retort(second).upgrade('heads').steps()*.revision()

        cleanup:
        other.close()
        second.close()

        where:
        dialect << DIALECTS
    }

    def "D31: sets are told in one order"() {
        given:
        project.table('root', [], "branchLabels 'zeta', 'alpha', 'mid'")
        ['k', 'b', 'z', 'a'].each { project.table(it, ['root']) }
        def root = Retort.configure().home(project.home).build().show('root')[0]

        expect:
        root.labels() as List == ['alpha', 'mid', 'zeta']
        root.children() as List == ['a', 'b', 'k', 'z']
    }

    /** The graph of the reference: two branches, and a second root that depends on one of them. */
    private void example() {
        project.table('a').table('b', ['a'])
        project.table('c1', ['b'], "branchLabels 'left'").table('d1', ['c1'])
        project.table('c2', ['b'], "branchLabels 'right'").table('d2', ['c2'])
        project.table('e1', [], "branchLabels 'net'").table('e2', ['e1'], "dependsOn 'd1'")
    }

    private static String header(String id, List<String> down) {
        def follows = down ? 'downRevision ' + down.collect { "'$it'" }.join(', ') : ''
        "revision '$id'\n$follows\nchange { createTable('t_$id') { column 'id', integer } }\n"
    }

    private static RetortException failure(Closure<?> command) {
        try {
            throw new AssertionError('no failure, but ' + command())
        } catch (RetortException e) {
            return e
        }
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
