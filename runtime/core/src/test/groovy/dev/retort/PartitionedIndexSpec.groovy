package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** PostgreSQL builds no index of a partitioned table concurrently; Retort does, partition by partition. */
@spock.lang.Tag('database')
class PartitionedIndexSpec extends Specification {

    private static final String NESTED = '''
        createTable('events', partitionBy: 'RANGE (at)') { column 'id', integer, nullable: false; column 'at', integer, nullable: false; column 'kind', text }
        createTable('old', partitionOf: 'events', forValues: 'FROM (0) TO (10)') { }
        createTable('new', partitionOf: 'events', forValues: 'FROM (10) TO (20)', partitionBy: 'LIST (id)') { }
        createTable('new_1', partitionOf: 'new', forValues: 'IN (1)') { }
        createTable('new_2', partitionOf: 'new', forValues: 'IN (2)') { }'''

    @AutoCleanup TestDatabase database = TestDatabase.postgresql()
    @AutoCleanup Project project = new Project()

    private List<List<Object>> indexes() {
        database.rows("SELECT c.relname, i.indisvalid, p.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid" +
                " LEFT JOIN pg_inherits h ON h.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = h.inhparent" +
                " JOIN pg_class t ON t.oid = i.indrelid WHERE t.relname IN ('events', 'old', 'new', 'new_1', 'new_2') ORDER BY 1")
    }

    private static final List<List<Object>> ALL = [
            ['ix', true, null], ['ix_new', true, 'ix'], ['ix_new_1', true, 'ix_new'], ['ix_new_2', true, 'ix_new'], ['ix_old', true, 'ix']]

    def "an index of a table with partitions within partitions is created and dropped without blocking"() {
        given:
        project.revision('a', [], "upgrade {\n$NESTED\n}\ndowngrade { dropTable 'events' }")
        project.revision('b', ['a'], "change { createIndex 'ix', 'events', ['kind'], concurrently: true }")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        indexes() == ALL
        retort.interrupted().empty

        when:
        retort.downgrade('a')

        then:
        indexes() == []

        when:
        project.revision('b', ['a'], "upgrade { createIndex 'ix', 'events', ['kind']\ncreateIndex 'ix', 'events', ['kind'], concurrently: true, ifNotExists: true }\n" +
                "downgrade { dropIndex 'ix', concurrently: true }")
        retort.upgrade('head')
        def names = indexes()*.first()
        retort.downgrade('base')

        then:
        names.size() == 5
        indexes() == []
    }

    def "a build that failed at one partition goes on there"() {
        given:
        project.revision('a', [], """
            upgrade {
                $NESTED
                execute "INSERT INTO events VALUES (1, 1, 'a'), (1, 11, 'b'), (1, 11, 'c'), (2, 11, 'd')"
                createIndex 'ix', 'events', ['id', 'at'], unique: true, concurrently: true
            }
            downgrade { dropTable 'events' }""")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('[23505]')
        retort.interrupted()*.revision() == ['a']
        indexes().find { it[0] == 'ix_old' } == ['ix_old', true, null]

        when:
        database.execute("DELETE FROM events WHERE kind = 'c'")
        retort.upgrade('head')

        then:
        indexes() == ALL
        retort.interrupted().empty
    }

    def "names that are too long are cut, and stay apart"() {
        given:
        def tables = ['x', 'y'].collect { 'partition_with_a_name_of_some_length_' + it }
        project.revision('a', [], """
            upgrade {
                createTable('t', partitionBy: 'LIST (a)') { column 'a', integer }
                createTable('${tables[0]}', partitionOf: 't', forValues: 'IN (1)') { }
                createTable('${tables[1]}', partitionOf: 't', forValues: 'IN (2)') { }
                createIndex 'index_with_a_name_of_some_length', 't', ['a'], concurrently: true
            }
            downgrade { dropTable 't' }""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows("SELECT count(*) FROM pg_inherits WHERE inhparent = 'index_with_a_name_of_some_length'::regclass") == [[2L]]
    }

    def "a revision of which nothing ran is not interrupted"() {
        given:
        project.revision('a', [], "change { createTable('t') { column 'a', integer } }")
        project.revision('b', ['a'], "upgrade { autocommit { execute 'CREATE INDEX CONCURRENTLY ix ON t (nothing)' } }\ndowngrade { }")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        thrown(RetortException)
        retort.interrupted().empty

        when:
        retort.downgrade('base')

        then:
        retort.rows().empty
    }
}
