package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Constraints that another tool has named, and a version table that another tool has made. */
@spock.lang.Tag('database')
class OthersNamesSpec extends Specification {

    private static final String LONG = 'ck_block_document_reference__ck_block_document_reference__no_self_reference'

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "a check is dropped by the name that #tool made of its long name, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        execute("CREATE TABLE block_document_reference (a integer, b integer, CONSTRAINT $name CHECK (a <> b))")
        project.revision('a', [], """
            upgrade { dropConstraint 'ck_block_document_reference__no_self_reference', 'block_document_reference', type: 'check'$was }
            irreversible 'no'""")

        when:
        project.on(database).naming('ck', 'ck_%(table_name)s__%(constraint_name)s').build().upgrade('head')

        then:
        constraints('block_document_reference').empty

        where:
        tool         | name                                                               | was             | dialect
        'SQLAlchemy' | 'ck_block_document_reference__ck_block_document_referenc_824f'     | ''              | 'postgresql'
        'SQLAlchemy' | 'ck_block_document_reference__ck_block_document_referenc_824f'     | ", was: 'a < 1'" | 'postgresql'
        'PostgreSQL' | LONG                                                               | ''              | 'postgresql'
        'SQLAlchemy' | LONG                                                               | ''              | 'sqlite'
        'Retort'     | 'ck_block_document_reference__ck_block_document_referen_b90ff723'  | ''              | 'sqlite'
    }

    def "what PostgreSQL has named is dropped by that name: #drop, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        execute('CREATE TABLE chat_message (chat_session_id integer, message_number integer, PRIMARY KEY (chat_session_id, message_number))')
        execute('CREATE TABLE chat_feedback (chat_message_chat_session_id integer, chat_message_message_number integer,' +
                ' FOREIGN KEY (chat_message_chat_session_id, chat_message_message_number) REFERENCES chat_message)')
        project.revision('a', [], "upgrade { $drop }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        constraints('chat_feedback').empty

        where:
        [drop, dialect] << [[
            "dropConstraint 'chat_feedback_chat_message_chat_session_id_chat_message_me_fkey', 'chat_feedback', type: 'foreignkey'",
            "dropConstraint 'fk_feedback', 'chat_feedback', type: 'foreignkey', was: ['chat_message_chat_session_id', 'chat_message_message_number'], references: 'chat_message'",
            "batchAlterTable('chat_feedback') { dropConstraint 'fk_feedback', type: 'foreignkey', was: ['chat_message_chat_session_id', 'chat_message_message_number'], references: 'chat_message' }"
        ], ['sqlite', 'postgresql']].combinations()
    }

    def "the #kind on those columns is found under another name, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        execute('CREATE TABLE t (id integer NOT NULL, n integer, CONSTRAINT theirs_pk PRIMARY KEY (id), CONSTRAINT theirs_uq UNIQUE (n, id))')
        project.revision('a', [], "upgrade { dropConstraint 'ours', 't', $options }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        constraints('t') == left

        where:
        kind          | options                              | dialect      || left
        'primary key' | "type: 'primary'"                    | 'sqlite'     || ['theirs_uq']
        'primary key' | "type: 'primary'"                    | 'postgresql' || ['theirs_uq']
        'primary key' | "type: 'primary', was: ['id']"       | 'postgresql' || ['theirs_uq']
        'unique'      | "type: 'unique', was: ['n', 'id']"   | 'sqlite'     || ['theirs_pk']
        'unique'      | "type: 'unique', was: ['n', 'id']"   | 'postgresql' || ['theirs_pk']
    }

    def "none is guessed where #why, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        execute('CREATE TABLE o (id integer PRIMARY KEY)')
        execute('CREATE TABLE t (n integer, CONSTRAINT one FOREIGN KEY (n) REFERENCES o (id), CONSTRAINT two FOREIGN KEY (n) REFERENCES o (id))')
        project.revision('a', [], "upgrade { dropConstraint 'ours', 't', $options }\nirreversible 'no'")

        when:
        project.retort(database).upgrade('head')

        then:
        thrown(RetortException)
        constraints('t') == ['one', 'two']

        where:
        [[why, options], dialect] << [[
            ['two are on those columns', "type: 'foreignkey', was: ['n'], references: 'o'"],
            ['the columns are others', "type: 'foreignkey', was: ['id'], references: 'o'"],
            ['the kind is another', "type: 'unique', was: ['n']"],
            ['no columns are known', "type: 'foreignkey'"],
            ['the type is not known', 'ifExists: false']
        ], ['sqlite', 'postgresql']].combinations()
    }

    def "the SQL that is written names it as the setting does"() {
        given:
        database = TestDatabase.of('postgresql')
        project.revision('a', [], "upgrade { dropConstraint 'ours', 't', type: 'unique', was: ['n'] }\nirreversible 'no'")

        expect:
        def script = new StringBuilder()
        project.retort(database).upgradeSql('head', script)
        script.contains('ALTER TABLE t DROP CONSTRAINT ours')
    }

    def "ids that an adopted version table has no room for are refused before anything runs"() {
        given:
        database = TestDatabase.of('postgresql')
        execute('CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)')
        def fits = 'f' * 32
        def long1 = 'l' * 33
        project.table(fits).table(long1, [fits])
        def retort = project.on(database).versionTable('alembic_version').build()

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.SCRIPT
        refused.problems()*.sentence() == ["The revision id \"$long1\" has 33 characters, but the column version_num of the version table alembic_version takes 32." as String]
        refused.problems()*.hint() == ['Widen it first: ALTER TABLE alembic_version ALTER COLUMN version_num TYPE varchar(255)']
        InSchema.tables(StorySpec.schema(database)).keySet() == ['alembic_version'] as Set

        when:
        retort.stamp([long1], false)

        then:
        thrown(RetortException)
        retort.upgrade(fits).rows() == [fits] as Set

        when:
        execute('ALTER TABLE alembic_version ALTER COLUMN version_num TYPE varchar(255)')

        then:
        retort.upgrade('head').rows() == [long1] as Set
    }

    private List<String> constraints(String table) {
        InSchema.tables(StorySpec.schema(database)).values().find { it.name().name() == table }.constraints()*.name()
    }

    private void execute(String sql) {
        database.open().withCloseable { it.createStatement().execute(sql) }
    }
}
