package dev.retort

import dev.retort.internal.schema.Schema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.tables

/** What the options ask for is in the database, gone after the downgrade, and the same after the second upgrade. */
@spock.lang.Tag('database')
class OptionRoundTripSpec extends Specification {

    @AutoCleanup Project project = new Project()

    def "on #dialect: #what"() {
        given:
        def database = TestDatabase.of(dialect)
        project.revision('a1', before).revision('b2', ['a1'], change)
        def retort = project.retort(database)
        retort.upgrade('a1')
        def at = StorySpec.schema(database)

        when:
        retort.upgrade('head')
        def first = StorySpec.schema(database)
        retort.downgrade('a1')
        def back = StorySpec.schema(database)
        retort.upgrade('head')
        def second = StorySpec.schema(database)

        then:
        back == at
        second == first
        probe(first)
        first != at

        cleanup:
        database?.close()

        where:
        [what, dialect, before, change, probe] << CASES + CASES.findAll { it[1] == 'postgresql' && !(it[0] in NEWER) }
                .collect { [it[0], TestDatabase.OLDEST_POSTGRESQL] + it[2..4] }
    }

    private static final String LONG = 'ü' * 32
    private static final String EMPTY = 'upgrade { }\ndowngrade { }'
    private static final String T = "change { createTable('t') { column 'id', integer, primaryKey: true; column 'a', integer; column 'b', text, collation: 'C' } }"
    private static final String SQLITE_T = T.replace("'C'", "'NOCASE'")

    private static final String NAMES = '''change {
            def t = 'Order "x" ü'
            createTable(t) {
                column 'select', integer, primaryKey: true
                column 'A b', text, unique: true
                column 'from', integer
                index 'A b', 'from'
                check '"from" > 0', name: 'Ck $1'
            }
            createForeignKey "fk'1", t, t, ['from'], ['select']
            addColumn t, 'group', text, default: "it's"
            renameColumn t, 'group', 'Gro"up'
            createIndex 'I x', t, ['Gro"up', 'A b'], order: ['Gro"up': 'desc']
            renameIndex 'I x', 'INDEX'
            renameConstraint t, 'Ck $1', 'check'
            alterColumn t, 'Gro"up', nullable: false
        }'''

    private static final Closure<Boolean> NAMED = { Schema s ->
        def table = tables(s)['Order "x" ü']
        table.columns()*.name() == ['select', 'A b', 'from', 'Gro"up'] && table.constraints()*.name().containsAll(["fk'1", 'check']) &&
                table.indexes()*.name().contains('INDEX')
    }

    /** What has options that the oldest PostgreSQL does not know; that it is refused there is told by a spec of its own. */
    private static final Set<String> NEWER = ['tables', 'indexes', 'constraints', 'what is declared only']

    private static Object option(Schema schema, String table) { tables(schema)[table].options() }

    private static final List<List<Object>> CASES = [
            ['any names', 'postgresql', EMPTY, NAMES, NAMED],
            ['any names', 'sqlite', EMPTY, NAMES, NAMED],
            ['partitions', 'postgresql', EMPTY, '''change {
                createTable('orders', partitionBy: 'RANGE (day)') { column 'id', bigint, nullable: false; column 'day', date, nullable: false; primaryKey 'id', 'day' }
                createTable('orders_26', partitionOf: 'orders', forValues: "FROM ('2026-01-01') TO ('2027-01-01')", with: [fillfactor: 80]) { }
                createTable('orders_rest', partitionOf: 'orders', forValues: 'DEFAULT') { }
                createTable('orders_27') { column 'id', bigint, nullable: false; column 'day', date, nullable: false; primaryKey 'id', 'day' }
                attachPartition 'orders', 'orders_27', forValues: "FROM ('2027-01-01') TO ('2028-01-01')"
            }''', { Schema s -> option(s, 'orders').partitionBy() == 'RANGE (day)' && option(s, 'orders_26').storage().parameters() == [fillfactor: 80]
                    && option(s, 'orders_27').partitionOf().forValues().startsWith('FROM') && option(s, 'orders_rest').partitionOf().forValues() == 'DEFAULT' }],
            ['a partition is detached', 'postgresql', '''change {
                createTable('o', partitionBy: 'LIST (k)') { column 'k', integer }
                createTable('o1', partitionOf: 'o', forValues: 'IN (1)') { }
            }''', "change { detachPartition 'o', 'o1', was: 'IN (1)' }", { Schema s -> option(s, 'o1').partitionOf() == null }],
            ['tables', 'postgresql', T, '''change {
                createTable('u', unlogged: true, inherits: ['t'], with: [fillfactor: 70, autovacuum_enabled: false], tablespace: 'pg_default', comment: 'kept') {
                    column 'c', text, storage: 'external', compression: 'pglz'
                    check "c <> ''", name: 'ck_u', noInherit: true
                }
            }''', { Schema s -> option(s, 'u').with { it.unlogged() && it.inherits()*.name() == ['t'] && it.storage().parameters() == [fillfactor: 70, autovacuum_enabled: false] }
                    && tables(s).u.columns().find { it.name() == 'c' }.with { it.storage() == 'EXTERNAL' && it.compression() == 'pglz' } }],
            ['identity columns', 'postgresql', T, '''change {
                createTable('i') {
                    column 'id', bigint, identity: [always: true, start: 100, increment: 10, min: 10, max: 1000, cache: 5, cycle: true]
                    column 'n', integer, nullable: false
                }
                alterColumn 't', 'a', nullable: false
                alterColumn 't', 'a', identity: [start: 7]
                alterColumn 'i', 'id', identity: 'by default', existingIdentity: [always: true, start: 100, increment: 10, min: 10, max: 1000, cache: 5, cycle: true]
            }''', { Schema s -> tables(s).t.columns()[1].identity().start() == 7 && !tables(s).i.columns()[0].identity().with { it.always() || it.cycle() || it.max() } }],
            ['indexes', 'postgresql', T, '''change {
                createIndex 'i1', 't', ['b', 'a'], ops: [b: 'text_pattern_ops'], collation: [b: 'C'], order: [a: 'desc nulls last'], include: ['id'], with: [fillfactor: 50]
                createIndex 'i2', 't', ['b'], unique: true, nullsNotDistinct: true, where: 'a > 0', tablespace: 'pg_default'
                createIndex 'i3', 't', ['a'], using: 'hash'
            }''', { Schema s -> tables(s).t.indexes().size() == 3 && tables(s).t.indexes()[0].storage().parameters() == [fillfactor: 50] }],
            ['constraints', 'postgresql', T.replace("column 'a', integer", "column 'a', integer, nullable: false"), '''change {
                createUniqueConstraint 'uq_b', 't', ['b'], include: ['a'], with: [fillfactor: 60], nullsNotDistinct: true, deferrable: true
                createCheckConstraint 'ck_a', 't', 'a > 0', notValid: true
                createCheckConstraint 'ck_b', 't', 'a > 1', noInherit: true
                createForeignKey 'fk_a', 't', 't', ['a'], ['id'], notValid: true, match: 'full', onDelete: 'set null (a)', initially: 'deferred'
                createExcludeConstraint 'ex', 't', [a: '='], using: 'btree', ops: [a: 'int4_ops'], where: 'a > 0', include: ['b'], deferrable: true
                validateConstraint 't', 'ck_a'
                renameConstraint 't', 'ck_b', 'Ck "b"'
            }''', { Schema s -> def c = tables(s).t.constraints().collectEntries { [it.name(), it] }
                !c.ck_a.notValid() && c['Ck "b"'].noInherit() && c.fk_a.notValid() && c.fk_a.onDeleteColumns() == ['a'] && c.uq_b.index().include() == ['a']
                        && c.ex.index().include() == ['b'] }],
            ['a constraint takes an index over', 'postgresql', T, """upgrade {
                createIndex 'ux', 't', ['a'], unique: true
                createUniqueConstraint 'uq_a', 't', [], usingIndex: 'ux', initially: 'deferred'
            }
            downgrade { dropConstraint 'uq_a', 't' }""", { Schema s -> tables(s).t.constraints().find { it.name() == 'uq_a' }.columns() == ['a'] && !tables(s).t.indexes() }],
            ['what is declared only', 'postgresql', T, '''change {
                createCheckConstraint 'ck_a', 't', 'a > 0', notEnforced: true
                createForeignKey 'fk_a', 't', 't', ['a'], ['id'], notEnforced: true
                addColumn 't', 'twice', integer, generated: 'a * 2'
            }''', { Schema s -> tables(s).t.constraints().findAll { it.name() in ['ck_a', 'fk_a'] }.every { it.notEnforced() } && !tables(s).t.columns()[-1].generated().stored() }],
            ['tables', 'sqlite', EMPTY, '''change {
                createTable('s', strict: true, withoutRowid: true) {
                    column 'id', integer, primaryKey: true, onConflict: 'replace'
                    column 'a', text, nullable: false, onConflict: 'ignore', collation: 'NOCASE'
                    column 'b', text, unique: true, onConflict: 'fail'
                    unique 'a', 'b', onConflict: 'rollback'
                    index 'a', 'b', order: [b: 'desc'], collation: [a: 'RTRIM'], where: 'b > 0'
                }
            }''', { Schema s -> option(s, 's').strict() && tables(s).s.columns()[1].onConflict() == 'IGNORE'
                    && tables(s).s.constraints()*.onConflict() as Set == ['REPLACE', 'FAIL', 'ROLLBACK'] as Set }],
            ['constraints', 'sqlite', SQLITE_T, '''change {
                createCheckConstraint 'ck_a', 't', 'a > 0', notValid: true
                validateConstraint 't', 'ck_a'
                renameConstraint 't', 'ck_a', 'Ck "a"'
                createUniqueConstraint 'uq_a', 't', ['a'], onConflict: 'replace'
            }''', { Schema s -> tables(s).t.constraints()*.name().containsAll(['Ck "a"', 'uq_a']) }],
            ['columns', 'sqlite', SQLITE_T, '''change {
                alterColumn 't', 'b', type: varchar(9), collation: 'RTRIM', existingType: text, existingCollation: 'NOCASE'
                addColumn 't', 'twice', integer, generated: 'a * 2'
            }''', { Schema s -> tables(s).t.columns()[2].collation() == 'RTRIM' }]
    ]

    def "a constraint that takes an index over has no way back by itself"() {
        given:
        def database = TestDatabase.sqlite()
        project.revision('a1', "change { createUniqueConstraint 'uq', 't', [], usingIndex: 'ux' }")

        when:
        project.retort(database).upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('Inside change, createUniqueConstraint cannot be undone: dropping it would drop the index as well')

        cleanup:
        database.close()
    }

    def "a name that PostgreSQL would cut is refused with its bytes: #operation"() {
        given:
        def database = TestDatabase.postgresql()
        project.revision('a1', "upgrade {\n    createTable('t') { column 'id', integer }\n}\ndowngrade { }")
               .revision('b2', ['a1'], "upgrade {\n    $operation\n}\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains("The name \"$LONG\" has 64 bytes; PostgreSQL allows 63.")
        failure.message.contains('b2.groovy:5')

        cleanup:
        database.close()

        where:
        operation << ["createTable('$LONG') { column 'id', integer }", "addColumn 't', '$LONG', text", "renameColumn 't', 'id', '$LONG'", "renameTable 't', '$LONG'",
                      "createIndex '$LONG', 't', ['id']", "createUniqueConstraint '$LONG', 't', ['id']", "createCheckConstraint '$LONG', 't', 'id > 0'",
                      "renameConstraint 't', 'x', '$LONG'", "createTable('u', tablespace: '$LONG') { column 'id', integer }", "createTable('u') { column 'id', integer; check 'id > 0', name: '$LONG' }"]
    }

    def "a name that is made up is cut, and its hash keeps it apart, on #database"() {
        given:
        def long1 = 'n' * 40
        project.revision('a1', "change { createTable('$long1') { column 'id', integer, primaryKey: true; column '${long1}_1', integer, unique: true; column '${long1}_2', integer, unique: true } }")

        when:
        project.retort(database).upgrade('head')
        def names = tables(StorySpec.schema(database))[long1].constraints()*.name().findAll { it.startsWith('uq_') }

        then:
        names.size() == 2 && names.toSet().size() == 2
        names.every { it.bytes.length == 63 && it ==~ /uq_n+_\w*_[0-9a-f]{8}/ }

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a constraint that is not there is named on #dialect by #change"() {
        given:
        def database = TestDatabase.of(dialect)
        project.revision('a1', "upgrade { createTable('t') { column 'id', integer, primaryKey: true, check: 'id > 0' } }\ndowngrade { }")
               .revision('b2', ['a1'], "upgrade {\n $change\n}\ndowngrade { }")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('b2.groovy:5') && failure.message.contains('ck_t_ix')

        cleanup:
        database.close()

        where:
        [change, dialect] << [["validateConstraint 't', 'ck_t_ix'", "renameConstraint 't', 'ck_t_ix', 'x'"], ['sqlite', 'postgresql']].combinations()
    }

    def "a refused option stands at its line, with the databases that know it, on #dialect"() {
        given:
        def database = TestDatabase.of(dialect)
        project.revision('a1', "upgrade {\n    createTable('t', $option) { column 'id', integer }\n}\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('a1.groovy:5')
        failure.message.replace('\n', ' ').contains(sentence)

        cleanup:
        database.close()

        where:
        dialect      | option               | sentence
        'sqlite'     | "unlogged: true"     | "SQLite has no unlogged tables. Leave unlogged out. Or write it for a database that has them: onlyOn('postgresql') { … }."
        'postgresql' | "strict: true"       | "PostgreSQL has no strict tables. Take the option away. Or write it for a database that has them: onlyOn('sqlite') { … }."
    }
}
