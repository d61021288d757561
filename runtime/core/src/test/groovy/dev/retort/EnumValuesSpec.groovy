package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** An enumeration whose values are said as they are to be, and one that is renamed. */
@spock.lang.Tag('database')
class EnumValuesSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "#was becomes #now, and again #was, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], """change {
            createEnum 'state', ${literal(was)}
            createTable('jobs') { column 'state', enumeration('state', ${literal(was)}), default: '${was[0]}' }
            createTable('keep') { column 'state', enumeration('state', ${literal(was)}) }
        }""")
        project.revision('b', ['a'], "change { enumValues 'state', ${literal(now)}, was: ${literal(was)} }")
        project.revision('c', ['a'], "upgrade { enumValues 'state', ${literal(now)} }\nirreversible 'no'")
        def retort = project.retort(database)
        retort.upgrade('a')

        when:
        retort.upgrade('b')

        then:
        values() == now

        when:
        retort.downgrade('a')

        then:
        values() == was

        when: 'the database is asked'
        retort.upgrade('c')

        then:
        values() == now

        where:
        [[was, now], dialect] << [[
            [['a', 'b'], ['a', 'b']],
            [['a', 'b'], ['a', 'b', 'c']],
            [['a', 'b'], ['x', 'a', 'y', 'b', 'z']],
            [['a', 'b', 'c'], ['a', 'c']],
            [['a', 'b', 'c'], ['c', 'a', 'b']],
            [['a', 'b', 'c'], ['c', 'new', 'a']],
        ], ['sqlite', 'postgresql']].combinations()
    }

    def "rows that have a value which goes are kept from losing it, or given another: on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], """upgrade {
            createEnum 'state', ['old', 'kept']
            createTable('jobs') { column 'state', enumeration('state', ['old', 'kept']) }
            bulkInsert 'jobs', [[state: 'old'], [state: 'kept']]
        }
        irreversible 'no'""")
        project.revision('b', ['a'], "upgrade { enumValues 'state', ['kept', 'new'] }\nirreversible 'no'")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('The value "old" of the enum "state" is in use: 1 row of "jobs" in "state".')
        retort.rows() == ['a'] as Set

        when:
        project.revision('b', ['a'], "upgrade { enumValues 'state', ['kept', 'new'], replaceWith: [old: 'new'] }\nirreversible 'no'")
        retort.upgrade('head')

        then:
        column('SELECT state FROM jobs ORDER BY state') == ['kept', 'new'].sort { dialect == 'sqlite' ? it : ['kept', 'new'].indexOf(it) }
        values() == ['kept', 'new']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "all values may be others"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], """upgrade {
            createEnum 'state', ['a']
            createTable('jobs') { column 'state', enumeration('state', ['a']) }
        }
        irreversible 'no'""")
        project.revision('b', ['a'], "upgrade { enumValues 'state', ['x', 'y'] }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        values() == ['x', 'y']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "#statement is refused on PostgreSQL"() {
        given:
        database = TestDatabase.postgresql()
        project.revision('a', [], "upgrade { createEnum 'state', ['a', 'b']\n$statement }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains(sentence)

        where:
        statement                                                          || sentence
        "enumValues 'nothing', ['a']"                                      || 'There is no enum "nothing".\nCreate it with createEnum.'
        "enumValues 'state', []"                                           || 'The enumeration "state" has no values.'
        "enumValues 'state', ['a', 'a']"                                   || 'names a value twice'
        "enumValues 'state', ['a'], replaceWith: [b: 'c']"                 || 'replaceWith: of enumValues says "c" instead of "b".'
        "enumValues 'state', ['b', 'a', 'c'], was: ['c', 'b', 'a']"        || 'has other values than those that are put in order'
        "enumValues 'state', ['a', 'c'], was: ['a', 'c', 'x']"             || 'has no value "x"'
        "renameEnum 'state', 'other.state'"                                || 'it stays in its schema'
    }

    def "without was: the values cannot be looked at while SQL is only written, nor in change"() {
        given:
        database = TestDatabase.postgresql()
        project.revision('a', [], "upgrade { createEnum 'state', ['a']\nenumValues 'state', ['a', 'b'] }\nirreversible 'no'")

        when:
        project.retort(database).upgradeSql('base:head', new StringBuilder())

        then:
        def offline = thrown(RetortException)
        offline.message.contains("The values of the enum \"state\" cannot be looked at while SQL is only written down.\nSay what they are before: enumValues 'state', […], was: […].")

        when:
        project.revision('a', [], "change { enumValues 'state', ['a', 'b'] }")
        project.retort(database).upgrade('head')

        then:
        def derived = thrown(RetortException)
        derived.message.contains('Inside change, enumValues cannot be undone: the values before it are not known. Give them with was:')
    }

    def "an enumeration is renamed, and back, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], """change {
            createEnum 'state', ['a', 'b']
            createTable('jobs') { column 'state', enumeration('state', ['a', 'b']) }
        }""")
        project.revision('b', ['a'], "change { renameEnum 'state', 'job_state'\naddEnumValue 'job_state', 'c' }")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        values('job_state') == ['a', 'b', 'c']

        when:
        retort.downgrade('a')

        then:
        values('state') == ['a', 'b']

        where:
        dialect << ['sqlite', 'postgresql']
    }

    private static String literal(List<String> values) {
        values.collect { "'$it'" }.toString()
    }

    /** As the database has them: in the type, or in the checks of all columns. */
    private List<String> values(String name = 'state') {
        if (database.toString() == 'postgresql') {
            return column("SELECT enumlabel FROM pg_enum WHERE enumtypid = '$name'::regtype ORDER BY enumsortorder")
        }
        def checks = column("SELECT sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CONSTRAINT enum_$name CHECK%'")
                .collect { (it =~ /IN \(([^)]*)\)/)[0][1].tokenize(', ')*.replace("'", '') }
        assert checks.toSet().size() == 1
        checks[0]
    }

    private List<Object> column(String sql) {
        database.open().withCloseable { connection ->
            def rows = connection.createStatement().executeQuery(sql)
            def found = []
            while (rows.next()) {
                found << rows.getObject(1)
            }
            found
        }
    }
}
