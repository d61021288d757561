package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What no database could ever do is told before the first statement of the run, wherever in the chain it stands. */
@spock.lang.Tag('database')
class CheckedFirstSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    /** Nothing is done to them. */
    @Shared
    List<TestDatabase> databases = TestDatabase.each()

    def cleanupSpec() {
        databases*.close()
    }

    def "#body is told before anything is run, on #dialect"() {
        given:
        project.table('a')
        project.revision('b', ['a'], "upgrade {\n$body\n}\ndowngrade { }")
        def retort = project.retort(databases.find { it.dialect == dialect })

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.SCRIPT
        refused.problems()*.location()*.toString() == ['migrations/b.groovy:5']
        refused.problems()[0].sentence() == sentence
        retort.rows().isEmpty()

        where:
        [[body, sentence], dialect] << [ROWS, ['sqlite', 'postgresql']].combinations()
    }

    def "SQLite would take #sql for one with NULL in it, which is told as well"() {
        given:
        project.table('a')
        project.revision('b', ['a'], "upgrade {\nexecute '$sql'\n}\ndowngrade { }")

        when:
        project.retort(databases.find { it.dialect == 'sqlite' }).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message == "migrations/b.groovy:5: The SQL has a parameter that begins with $mark, and nothing to put there. Write :name, and give name: a value."

        where:
        sql                                | mark
        'UPDATE t_a SET id = ?'            | '?'
        'DELETE FROM t_a WHERE id = ?1'    | '?'
        'DELETE FROM t_a WHERE id IN (@a)' | '@'
        'DELETE FROM t_a WHERE id = $a'    | '$'
    }

    private static final List<List<String>> ROWS = [
            ["createIndex 'i', 't_a', []", 'The list of columns of an index of t_a is empty.'],
            ["addEnumValue 'e', 'x', before: 'a', after: 'b'", 'addEnumValue says both before: and after:.'],
            ["createEnum 'e', ['a', null]", 'The enumeration "e" has null among its values.'],
            ["createEnum 'e', []", 'The enumeration "e" has no values.'],
            ["addColumn 't_a', 'c', integer, identity: true, default: 5", 'Column "c" gets its value in two ways.'],
            ["addColumn 't_a', 'c', integer, generated: 'id + 1', stored: true, default: 5", 'Column "c" gets its value in two ways.'],
            ["createTable('x') { column 'c', integer, generated: '1', stored: true, identity: true }", 'Column "c" gets its value in two ways.'],
            ["def kind = 'PARTIAL'; createForeignKey 'f', 't_a', 't_a', ['id'], ['id'], match: kind", 'Invalid value "PARTIAL" for match.'],
            ["createTable('x') { column 'c', timestamp, default: 'now()' }", 'The default \'now()\' of the column "c" is a text, not the expression.'],
            ["addColumn 't_a', 'c', timestamp(timezone: true), default: 'now()'", 'The default \'now()\' of the column "c" is a text, not the expression.'],
            ["alterColumn 't_a', 'c', type: timestamp, default: 'now()'", 'The default \'now()\' of the column "c" is a text, not the expression.'],
            ["alterColumn 't_a', 'c', existingType: timestamp, default: 'now()'", 'The default \'now()\' of the column "c" is a text, not the expression.'],
            ["alterColumn 't_a', 'c', default: 'now()'", 'The default \'now()\' of the column "c" is a text, not the expression.'],
            ["batchAlterTable('t_a') { addColumn 'c', timestamp, default: 'now()' }", 'The default \'now()\' of the column "c" is a text, not the expression.'],
            ["batchAlterTable('t_a') { alterColumn 'c', default: 'now()' }", 'The default \'now()\' of the column "c" is a text, not the expression.'],
            ["addColumn 't_a', 'c', bool, default: 0", 'The default 0 of the column "c" is not a value of its type.'],
            ["createIndex 'i', 't_a', ['id DESC']", '"id DESC" is no name of a column, as an index of t_a needs.'],
            ["createIndex 'i', 't_a', ['lower(id)'], unique: true", '"lower(id)" is no name of a column, as an index of t_a needs.'],
            ["createUniqueConstraint 'u', 't_a', ['lower(id)']", '"lower(id)" is no name of a column, as a unique constraint of t_a needs.'],
            ["createPrimaryKey 'u', 't_a', ['id ASC']", '"id ASC" is no name of a column, as the primary key of t_a needs.'],
            ["createForeignKey 'f', 't_a', 't_a', ['(id)'], ['id']", '"(id)" is no name of a column, as a foreign key of t_a needs.'],
            ["batchAlterTable('t_a') { createIndex 'i', ['id DESC'] }", '"id DESC" is no name of a column, as an index of t_a needs.'],
            ["execute 'UPDATE t_a SET id = :x'", 'The SQL names :x, which was given no value.'],
            ["execute 'SELECT 1; UPDATE t_a SET id = 2 WHERE id=:x'", 'The SQL names :x, which was given no value.'],
            ["table('t_a').where('id = :x').delete()", 'The SQL names :x, which was given no value.'],
            ["query('SELECT id FROM t_a WHERE id = :x').each { }", 'The SQL names :x, which was given no value.']]
}
