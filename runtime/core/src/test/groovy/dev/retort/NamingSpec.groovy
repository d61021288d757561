package dev.retort

import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A naming convention on real databases: what it names is found again by its name, going up, down and in a script of SQL. */
@spock.lang.Tag('database')
class NamingSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    def "on #database everything has the name of the convention, and goes by it"() {
        given:
        project.revision('a', [], '''change {
            createTable('users') {
                column 'id', integer, primaryKey: true
                column 'email', varchar(80), unique: true
                column 'age', integer, check: 'age > 0'
                column 'boss', integer, references: 'users.id', index: true
                check 'age < 200', name: 'old'
            }
            createUniqueConstraint null, 'users', ['age', 'email']
        }''')
        project.revision('b', ['a'], '''
            upgrade {
                batchAlterTable('users') {
                    dropConstraint 'old', type: 'check'
                    dropConstraint null, type: 'unique', was: ['email']
                    dropConstraint 'users_boss_to_users', type: 'foreignkey'
                    createCheckConstraint f('raw'), 'age < 300'
                }
                dropIndex 'users_boss_idx', 'users'
            }
            downgrade {
                createIndex null, 'users', ['boss']
                batchAlterTable('users') {
                    dropConstraint f('raw'), type: 'check'
                    createForeignKey null, 'users', ['boss'], ['id']
                    createUniqueConstraint null, ['email']
                    createCheckConstraint 'old', 'age < 200'
                }
            }''')
        def retort = configured(database)

        when:
        retort.upgrade('a')
        def first = names(database)

        then:
        first == ['age_email_uniq', 'chk_users_age', 'chk_users_old', 'email_uniq', 'users_boss_idx', 'users_boss_to_users', 'users_key'] as SortedSet

        when:
        retort.upgrade('b')

        then:
        names(database) == ['age_email_uniq', 'chk_users_age', 'raw', 'users_key'] as SortedSet

        when:
        retort.downgrade('a')

        then:
        names(database) == first

        when:
        def script = new StringBuilder()
        configured(database).upgradeSql('base:a', script)

        then:
        first.findAll { !script.contains(it) }.empty

        when:
        retort.downgrade('base')

        then:
        InSchema.tables(StorySpec.schema(database)).isEmpty()

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "on #database a long name is cut in one way, so that it is found again"() {
        given:
        project.revision('a', [], """
            upgrade { createTable('${'t' * 50}') { column '${'c' * 50}', integer, unique: true } }
            downgrade { dropTable '${'t' * 50}' }""")
        project.revision('b', ['a'], "upgrade { dropConstraint null, '${'t' * 50}', type: 'unique', was: ['${'c' * 50}'] }\ndowngrade { }")

        when:
        configured(database, [uq: 'unique_%(table_name)s_%(column_0_name)s']).upgrade('a')

        then:
        names(database)*.length() == [63]

        when:
        configured(database, [uq: 'unique_%(table_name)s_%(column_0_name)s']).upgrade('b')

        then:
        names(database).empty

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a token there is not is refused before anything is opened"() {
        when:
        Retort.configure().url('jdbc:sqlite:/nowhere/x.db').naming('uq', '%(tabel)s')

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.USAGE
    }

    private Retort configured(TestDatabase database, Map<String, String> patterns = [
            ix: '%(column_0_label)s_idx', uq: '%(column_0_N_name)s_uniq', ck: 'chk_%(table_name)s_%(constraint_name)s',
            fk: '%(table_name)s_%(column_0_name)s_to_%(referred_table_name)s', pk: '%(table_name)s_key']) {
        def builder = project.on(database)
        patterns.each { key, pattern -> builder.naming(key, pattern) }
        builder.build()
    }

    private static SortedSet<String> names(TestDatabase database) {
        def tables = InSchema.tables(StorySpec.schema(database)).values()
        (tables.collectMany { it.constraints()*.name() + it.indexes()*.name() }.findAll() as SortedSet)
    }
}
