package dev.retort

import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Changes that fail where a person would not expect it. */
@spock.lang.Tag('database')
class AlterationSpec extends Specification {

    private static final List<String> BOTH = ['sqlite', 'postgresql']

    @Shared @AutoCleanup TestDatabase sqlite = TestDatabase.sqlite()
    @Shared @AutoCleanup TestDatabase postgresql = TestDatabase.postgresql()
    @AutoCleanup Project project = new Project()
    TestDatabase database

    def cleanup() {
        database && project.retort(database).downgrade('base')
    }

    private Retort chain(String dialect, String before, String change) {
        database = dialect == 'sqlite' ? sqlite : postgresql
        project.revision('a', [], "upgrade {\n$before\n}\ndowngrade { dropTable 't', ifExists: true }")
        project.revision('b', ['a'], change)
        project.retort(database)
    }

    def "type, using and default change in one call, on #dialect: #to"() {
        given:
        def retort = chain(dialect, "createTable('t') { column 'id', integer, primaryKey: true; column 'x', $type, default: $old }\nexecute \"INSERT INTO t (id) VALUES (1)\"",
                "change { alterColumn 't', 'x', $to, existingType: $type, existingDefault: $old, existingUsing: 'CAST(x AS $back)' }")
        retort.upgrade('a')
        def before = [StorySpec.schema(database), database.rows('SELECT * FROM t')]

        when:
        retort.upgrade('b')
        database.execute('INSERT INTO t (id) VALUES (2)')

        then:
        database.rows('SELECT x FROM t WHERE id = 1').flatten()*.toString() == [value]
        database.rows('SELECT x FROM t WHERE id = 2').flatten().collect { String.valueOf(it as Object) } == [next]

        when:
        database.execute('DELETE FROM t WHERE id = 2')
        retort.downgrade('a')

        then:
        [StorySpec.schema(database), database.rows('SELECT * FROM t')] == before

        where:
        [type, old, to, back, value, next, dialect] << [
            ['varchar(40)', "'5'", "type: integer, using: 'CAST(x AS integer)', default: null", 'varchar(40)', '5', 'null'],
            ['varchar(40)', "'5'", "type: integer, using: 'CAST(x AS integer)', default: 7", 'varchar(40)', '5', '7'],
            ['integer', '5', "type: varchar(40), using: 'CAST(x AS varchar(40))', default: 'none'", 'integer', '5', 'none'],
        ].collectMany { row -> BOTH.collect { row + it } }
    }

    def "PostgreSQL keeps a default that it can convert, and says what to write where it cannot"() {
        given:
        def retort = chain('postgresql', "createTable('t') { column 'x', integer, default: 5; column 'y', text, default: '5' }",
                "upgrade { alterColumn 't', 'x', type: bigint\nalterColumn 't', 'y', type: integer, using: 'y::integer' }\ndowngrade { }")

        when:
        retort.upgrade('b')

        then:
        def e = thrown(RetortException)
        e.message.contains('default for column "y" cannot be cast automatically to type integer')
        e.message.contains('Name the default that the new type has: default: …, or default: null for none.')
        e.problems()[0].location().line() == 5
    }

    def "a constraint without a name has one that it can be dropped by, on #dialect: #create"() {
        given:
        def retort = chain(dialect, "createTable('p') { column 'id', integer, primaryKey: true }\ncreateTable('t') { column 'a', integer, nullable: false; column 'b', integer }",
                "change { $create }")
        project.revision('c', ['b'], "change { $drop }")
        retort.upgrade('a')
        def before = StorySpec.schema(database)
        retort.upgrade('b')
        def made = StorySpec.schema(database)

        when:
        retort.upgrade('c')

        then:
        StorySpec.schema(database) == before

        when:
        retort.downgrade('b')

        then:
        StorySpec.schema(database) == made

        when:
        retort.downgrade('a')

        then:
        StorySpec.schema(database) == before

        cleanup:
        project.retort(database).downgrade('base')
        database.execute('DROP TABLE p')

        where:
        [create, drop, dialect] << [
            ["createCheckConstraint null, 't', 'a > 0'", "dropConstraint null, 't', type: 'check', was: 'a > 0'"],
            ["createCheckConstraint null, 't', 'a > 0'", "dropConstraint 'ck_t_a_0', 't', type: 'check', was: 'a > 0'"],
            ["createUniqueConstraint null, 't', ['a', 'b']", "dropConstraint null, 't', type: 'unique', was: ['a', 'b']"],
            ["createPrimaryKey null, 't', ['a']", "dropConstraint null, 't', type: 'primary', was: ['a']"],
            ["createForeignKey null, 't', 'p', ['b'], ['id']", "dropConstraint null, 't', type: 'foreignkey', was: ['b'], references: 'p.id'"],
            ["createIndex null, 't', ['a', sql('(b + 1)')]", "dropIndex null, 't', was: ['a', sql('(b + 1)')]"],
            ["batchAlterTable('t') { createIndex null, ['a']; createCheckConstraint null, 'b < 9' }",
             "batchAlterTable('t') { dropIndex null, was: ['a']; dropConstraint null, type: 'check', was: 'b < 9' }"],
        ].collectMany { row -> BOTH.collect { row + it } }
    }

    def "a table that is there already keeps its comments and indexes, on #dialect"() {
        given:
        def wanted = "createTable('t', ifNotExists: true, comment: 'new') { column 'a', integer, comment: 'new'; column 'b', integer, comment: 'b', index: true }"
        def retort = chain(dialect, "createTable('t', comment: 'old') { column 'a', integer, comment: 'old' }", "upgrade { $wanted }\ndowngrade { }")
        retort.upgrade('a')
        def before = StorySpec.schema(database)

        when:
        retort.upgrade('b')

        then:
        StorySpec.schema(database) == before

        when: 'there is none'
        database.execute('DROP TABLE t')
        retort.downgrade('a')
        retort.upgrade('b')

        then:
        def table = InSchema.tables(StorySpec.schema(database)).t
        table.columns()*.name() == ['a', 'b']
        table.indexes()*.name() == ['ix_t_b']
        table.comment() == (dialect == 'sqlite' ? null : 'new')

        where:
        dialect << BOTH
    }

    def "a text of the table's cannot end the block that looks whether it is there"() {
        given:
        def retort = chain('postgresql', "createTable('t') { column 'a', integer }",
                "upgrade { createTable('u', ifNotExists: true, comment: 'x') { column 'a', integer, default: sql('1); DROP TABLE t; CREATE TABLE v (a integer') } }\ndowngrade { }")

        when:
        retort.upgrade('b')

        then:
        thrown(RetortException)
        InSchema.tables(StorySpec.schema(database)).keySet() == [] as Set
    }

    def "an enum may have an empty value, on #dialect"() {
        given:
        def retort = chain(dialect, "createEnum 'size', ['1', '']\ncreateTable('t') { column 'x', enumeration('size', ['1', '']), default: '' }",
                "change { renameEnumValue 'size', '', 'none'\nrenameEnumValue 'size', '1', '' }")
        project.revision('a', [], "upgrade {\ncreateEnum 'size', ['1', '']\ncreateTable('t') { column 'x', enumeration('size', ['1', '']), default: '' }\n}\ndowngrade { dropTable 't'; dropEnum 'size' }")

        when:
        retort.upgrade('b')
        database.execute("INSERT INTO t VALUES (''), ('none')")

        then:
        database.rows('SELECT x FROM t').flatten()*.toString() == ['', 'none']

        where:
        dialect << BOTH
    }
}
