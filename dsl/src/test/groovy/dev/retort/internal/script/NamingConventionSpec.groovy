package dev.retort.internal.script

import dev.retort.RetortException
import dev.retort.internal.operation.AddColumn
import dev.retort.internal.operation.AddConstraint
import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.CreateIndex
import dev.retort.internal.operation.CreateTable
import dev.retort.internal.operation.DropConstraint
import dev.retort.internal.operation.DropIndex
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.schema.PostgresName
import dev.retort.internal.schema.QualifiedName
import spock.lang.Specification

/** What constraints and indexes are called. */
class NamingConventionSpec extends Specification {

    private static final String FEEDBACK = "createForeignKey null, 'chat_feedback', 'chat_message'," +
            " ['chat_message_chat_session_id', 'chat_message_message_number'], ['chat_session_id', 'message_number']"
    private static final String SELF = "createCheckConstraint 'ck_block_document_reference__no_self_reference'," +
            " 'block_document_reference', 'a <> b'"

    def "the default for #script"() {
        expect:
        names([:], script) == expected

        where:
        script                                                                                    || expected
        "createPrimaryKey null, 'tag', ['a', 'b']"                                                || ['pk_tag']
        "createUniqueConstraint null, 'tag', ['a', 'b']"                                          || ['uq_tag_a_b']
        "createForeignKey null, 'tag', 'user', ['a', 'b'], ['c', 'd']"                            || ['fk_tag_a_b']
        "createIndex null, 'tag', ['a', sql('lower(b)')]"                                         || ['ix_tag_a_lower_b']
        "createExcludeConstraint null, 'tag', [room: '=', 'lower(x)': '&&']"                      || ['ex_tag_room_lower_x']
        "createCheckConstraint 'mine', 'tag', 'a > 0'"                                            || ['mine']
        "addColumn 'tag', 'n', integer, unique: true, check: 'n > 0', references: 'user.id'"      || ['uq_tag_n', 'ck_tag_n', 'fk_tag_n']
        "addColumn 'tag', 'n', integer, index: true"                                              || ['ix_tag_n']
        "createTable('tag') { column 'n', integer, primaryKey: true\ncheck 'n > 0'\ncheck 'n > 1'\nindex 'n'\nunique 'n' }" || ['pk_tag', 'ck_tag_1', 'ck_tag_2', 'uq_tag_n', 'ix_tag_n']
        "createUniqueConstraint null, 'tag', ['${'a' * 40}', '${'b' * 40}']"                      || ['uq_tag_' + 'a' * 40 + '_bbbbbb_' + '2b5e794a']
    }

    def "#key = #pattern calls it #expected"() {
        expect:
        names([(key): pattern], script) == [expected]

        where:
        key  | pattern                                                 | script                                                                  || expected
        'uq' | '%(table_name)s_%(column_0_name)s'                      | "createUniqueConstraint null, 't', ['a', 'b']"                          || 't_a'
        'uq' | '%(column_0_label)s'                                    | "createUniqueConstraint null, 't', ['a', 'b']"                          || 't_a'
        'uq' | '%(column_0N_name)s'                                    | "createUniqueConstraint null, 't', ['a', 'b']"                          || 'ab'
        'uq' | '%(column_0_N_name)s'                                   | "createUniqueConstraint null, 't', ['a', 'b']"                          || 'a_b'
        'uq' | '%(column_0_N_label)s'                                  | "createUniqueConstraint null, 't', ['a', 'b']"                          || 't_a_t_b'
        'uq' | '%(column_1_name)s!%(column_2_name)s'                   | "createUniqueConstraint null, 't', ['a', 'b']"                          || 'b!'
        'uq' | '100%%_%(column_0_key)s'                                | "createUniqueConstraint null, 't', ['a']"                               || '100%_a'
        'ix' | 'ix_%(column_0_label)s'                                 | "createIndex null, 't', ['a']"                                          || 'ix_t_a'
        'pk' | '%(table_name)s_pkey'                                   | "createTable('t') { column 'id', integer, primaryKey: true }"           || 't_pkey'
        'fk' | '%(table_name)s_%(column_0_name)s_%(referred_table_name)s_%(referred_column_0_name)s' | "createForeignKey null, 't', 'u', ['a'], ['id']" || 't_a_u_id'
        'fk' | '%(referred_column_0_N_name)s'                          | "createForeignKey null, 't', 'u', ['a', 'b'], ['c', 'd']"               || 'c_d'
        'fk' | 'fk_%(referred_table_name)s'                            | "addColumn 't', 'a', integer, references: 'app.u.id'"                      || 'fk_u'
        'ex' | 'x_%(table_name)s'                                      | "createExcludeConstraint null, 't', [room: '=']"                        || 'x_t'
        'ck' | 'ck_%(table_name)s_%(constraint_name)s'                 | "createCheckConstraint 'pos', 't', 'a > 0'"                             || 'ck_t_pos'
        'ck' | 'ck_%(table_name)s_%(constraint_name)s'                 | "addColumn 't', 'a', integer, check: 'a > 0'"                           || 'ck_t_a'
        'ck' | 'ck_%(table_name)s_%(constraint_name)s'                 | "createTable('t') { column 'a', integer\ncheck 'a > 0', name: 'pos' }" || 'ck_t_pos'
        'ck' | 'ck_%(table_name)s_%(constraint_name)s'                 | "createCheckConstraint f('pos'), 't', 'a > 0'"                          || 'pos'
        'ck' | 'ck_%(table_name)s_%(constraint_name)s'                 | "createTable('t') { column 'a', integer\ncheck 'a > 0', name: f('p') }" || 'p'
        'ck' | 'ck_%(constraint_name)s'                                | "dropConstraint 'pos', 't', type: 'check'"                              || 'ck_pos'
        'ck' | 'ck_%(constraint_name)s'                                | "dropConstraint 'pos', 't', type: 'check', was: 'a > 0'"                || 'ck_pos'
        'ck' | 'ck_%(constraint_name)s'                                | "dropConstraint f('pos'), 't', type: 'check'"                           || 'pos'
        'ck' | 'ck_%(constraint_name)s'                                | "dropConstraint 'pos', 't'"                                             || 'pos'
        'ck' | 'ck_%(constraint_name)s'                                | "batchAlterTable('t') { dropConstraint 'pos', type: 'check' }"          || 'ck_pos'
        'uq' | 'uq_%(column_0_name)s'                                  | "dropConstraint null, 't', type: 'unique', was: ['a']"                  || 'uq_a'
        'pk' | 'pk_%(table_name)s'                                     | "dropConstraint null, 't', type: 'primary'"                             || 'pk_t'
        'ix' | 'ix_%(constraint_name)s'                                | "dropIndex 'a', 't'"                                                    || 'ix_a'
        'ix' | 'ix_%(constraint_name)s'                                | "dropIndex f('a')"                                                      || 'a'
        'uq' | 'uq_%(table_name)s'                                     | "createUniqueConstraint 'mine', 't', ['a']"                             || 'mine'
    }

    def "cut = #cut makes #pattern fit on #dialect"() {
        expect:
        names([fk: pattern, ck: pattern, cut: cut].findAll { it.value }, script, dialect) == [expected]

        where:
        cut          | pattern                                       | dialect      | script || expected
        null         | '%(table_name)s_%(column_0_N_name)s_fkey'     | 'postgresql' | FEEDBACK || 'chat_feedback_chat_message_chat_session_id_chat_message_me_fkey'
        'postgresql' | '%(table_name)s_%(column_0_N_name)s_fkey'     | 'sqlite'     | FEEDBACK || 'chat_feedback_chat_message_chat_session_id_chat_message_me_fkey'
        'sqlalchemy' | '%(table_name)s_%(column_0_N_name)s_fkey'     | 'postgresql' | FEEDBACK || 'chat_feedback_chat_message_chat_session_id_chat_message_822c'
        'postgresql' | 'fk_%(table_name)s_%(column_0_N_name)s'       | 'postgresql' | FEEDBACK || 'fk_chat_feedback_chat_message_chat_session_id_chat_message_mess'
        'none'       | 'fk_%(table_name)s_%(column_0_N_name)s'       | 'postgresql' | FEEDBACK || 'fk_chat_feedback_chat_message_chat_session_id_chat_message_message_number'
        'sqlalchemy' | 'ck_%(table_name)s__%(constraint_name)s'      | 'postgresql' | SELF     || 'ck_block_document_reference__ck_block_document_referenc_824f'
        'sqlalchemy' | 'ck_%(table_name)s__%(constraint_name)s'      | 'sqlite'     | SELF     || 'ck_block_document_reference__ck_block_document_reference__no_self_reference'
        null         | 'ck_%(table_name)s__%(constraint_name)s'      | 'sqlite'     | SELF     || 'ck_block_document_reference__ck_block_document_referen_b90ff723'
        'sqlalchemy' | 'ck_%(constraint_name)s'                      | 'postgresql' | "createCheckConstraint 'x', 't', 'a > 0'" || 'ck_x'
    }

    def "PostgreSQL shortens the longer of the table and the columns: #expected"() {
        expect:
        PostgresName.of(table, columns, label) == expected
        PostgresName.bytes(expected) <= 63

        where:
        table    | columns            | label  || expected
        't'      | ['a', 'b']         | 'key'  || 't_a_b_key'
        't' * 70 | []                 | 'pkey' || 't' * 58 + '_pkey'
        't' * 70 | ['a']              | 'fkey' || 't' * 56 + '_a_fkey'
        't' * 40 | ['c' * 40]         | 'key'  || 't' * 29 + '_' + 'c' * 29 + '_key'
        'é' * 40 | ['c' * 40]         | 'key'  || 'é' * 14 + '_' + 'c' * 29 + '_key'
    }

    def "what is dropped may be called what another tool made of its long name"() {
        given:
        def channel = new Recorded()

        when:
        compiled([ck: 'ck_%(table_name)s__%(constraint_name)s'], """upgrade {
            dropConstraint 'ck_block_document_reference__no_self_reference', 'block_document_reference', type: 'check'
            dropConstraint 'ck_block_document_reference__no_self_reference', 'block_document_reference', type: 'check', was: 'a <> b'
            dropConstraint 'short', 't', type: 'check'
        }
        downgrade { }""").upgrade(channel)

        then:
        channel.operations*.constraint() == ['ck_block_document_reference__ck_block_document_referen_b90ff723'] * 2 + ['ck_t__short']
        channel.operations*.otherNames()[0] == channel.operations*.otherNames()[1]
        channel.operations*.otherNames()[0].contains('ck_block_document_reference__ck_block_document_referenc_824f')
        channel.operations*.otherNames()[2] == []
    }

    def "a finished name is finished where it stands, and no further"() {
        expect:
        names([ck: 'ck_%(constraint_name)s'], """
            dropConstraint f('pos'), 't', type: 'check'
            createCheckConstraint 'pos', 't', 'a > 0'
        """) == ['pos', 'ck_pos']
    }

    def "the way down of change drops what the convention named"() {
        given:
        def channel = new Recorded()

        when:
        compiled([ck: 'ck_%(table_name)s_%(constraint_name)s'], "change { createCheckConstraint 'pos', 't', 'a > 0' }").downgrade(channel)

        then:
        channel.operations*.constraint() == ['ck_t_pos']
    }

    def "the script is stopped where #script asks for what is not said"() {
        when:
        names([(key): pattern], script)

        then:
        def e = thrown(RetortException)
        e.message == expected

        where:
        key  | pattern                                | script                                                  || expected
        'uq' | 'uq_%(constraint_name)s'               | "createUniqueConstraint null, 't', ['a']"               || 'x.groovy:2: The naming convention for "uq" makes a name out of the one that is given, and here none is. Give it one; the convention is uq_%(constraint_name)s.'
        'uq' | '%(column_0_name)s_%(constraint_name)s' | "dropConstraint 'u', 't', type: 'unique'"              || 'x.groovy:2: The naming convention for "uq" asks for %(column_0_name)s of "u", which is not said here. Say it (when something is dropped: with was:), or give the whole name: f(\'…\').'
        'fk' | '%(referred_column_0_name)s'           | "addColumn 't', 'a', integer, references: 'u'"          || 'x.groovy:2: The naming convention for "fk" asks for %(referred_column_0_name)s, which is not said here. Say it (when something is dropped: with was:), or give the whole name: f(\'…\').'
        'uq' | 'uq_%(column_0_name)s'                 | "dropConstraint null, 't', type: 'unique'"              || 'x.groovy:2: The naming convention for "uq" asks for %(column_0_name)s, which is not said here. Say it (when something is dropped: with was:), or give the whole name: f(\'…\').'
        'uq' | 'uq_%(column_0_name)s'                 | "dropConstraint null, 't'"                              || 'x.groovy:2: The name of the constraint to drop is empty.'
        'ix' | 'ix_%(constraint_name)s'               | "dropIndex 'a'"                                         || 'x.groovy:2: The naming convention for "ix" makes a name out of "a" and its table. Write dropIndex \'a\', \'table\', or the whole name: f(\'a\').'
    }

    def "#key = #pattern is refused"() {
        when:
        NamingConvention.DEFAULT.with(key, pattern)

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.USAGE
        e.message == expected

        where:
        key  | pattern                       || expected
        'uk' | 'x'                           || 'A naming convention has no key "uk". Did you mean "ck"?'
        'table' | 'x'                        || 'A naming convention has no key "table". Its keys are ix, uq, ck, fk, pk, ex, cut.'
        'uq' | 'uq_%(tabel_name)s'           || 'The naming convention for "uq" has an unknown token "tabel_name". Did you mean "table_name"?'
        'uq' | 'uq_%(nonsense)s'             || 'The naming convention for "uq" has an unknown token "nonsense". The tokens are table_name, column_0_name, column_0_label, column_0N_name, column_0_N_name, referred_table_name, referred_column_0_name, constraint_name.'
        'uq' | '%(referred_table_name)s'     || 'The naming convention for "uq" has the token "referred_table_name", but only a foreign key refers to something. Use it for "fk".'
        'fk' | '%(referred_column_0_label)s' || 'The naming convention for "fk" has an unknown token "referred_column_0_label". Did you mean "referred_column_0_name"?'
        'uq' | 'uq_%table_name'              || 'The naming convention for "uq" has a lone % at character 4: uq_%table_name A token is written %(table_name)s, and a % by itself %%.'
        'uq' | '%()s'                        || 'The naming convention for "uq" has an unknown token "". The tokens are table_name, column_0_name, column_0_label, column_0N_name, column_0_N_name, referred_table_name, referred_column_0_name, constraint_name.'
        'cut' | 'oracle'                     || 'A naming convention knows no cut "oracle". Write one of retort, postgresql, sqlalchemy, none.'
        'cut' | 'sqlalchemi'                 || 'A naming convention knows no cut "sqlalchemi". Did you mean "sqlalchemy"?'
        'uq' | ' '                           || 'The naming convention for "uq" is empty. Leave it out for the default.'
    }

    private static List<String> names(Map<String, String> patterns, String body, String dialect = 'postgresql') {
        def channel = new Recorded(dialect: dialect)
        compiled(patterns, "upgrade {\n${body.strip()}\n}\ndowngrade { }".replaceFirst('\n', ' ')).upgrade(channel)
        channel.operations.collectMany { named(it) }
    }

    private static ScriptMigration compiled(Map<String, String> patterns, String body) {
        def convention = patterns.inject(NamingConvention.DEFAULT) { made, key, pattern -> made.with(key, pattern) }
        new ScriptCompiler(Budget.DEFAULT, convention).compile('x.groovy', "revision 'x'\n$body")
    }

    private static List<String> named(Operation operation) {
        switch (operation) {
            case AddColumn: return operation.constraints()*.name() + (operation.index() ? [operation.index().name()] : [])
            case AddConstraint: return [operation.constraint().name()]
            case CreateIndex: return [operation.index().name()]
            case CreateTable: return operation.table().constraints()*.name() + operation.table().indexes()*.name()
            case DropConstraint: return [operation.constraint()]
            case DropIndex: return [operation.index().name()]
            case BatchAlterTable: return operation.changes().collectMany { named(it) }
        }
    }

    static class Recorded implements Channel {
        final List<Operation> operations = []

        String dialect = 'postgresql'

        @Override
        String dialect() { dialect }

        @Override
        String argument(String name) { null }

        @Override
        boolean isOffline() { false }

        @Override
        long apply(Operation operation) {
            operations << operation
            0
        }

        @Override
        List<String> enumValues(QualifiedName enumeration) {
            []
        }

        @Override
        boolean has(CatalogQuestion question) {
            false
        }

        @Override
        List<Row> query(String sql, Map<String, Object> parameters) { [] }

        @Override
        void beginAutocommit() { }

        @Override
        void endAutocommit() { }
    }
}
