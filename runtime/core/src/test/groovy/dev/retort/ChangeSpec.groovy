package dev.retort

import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.CheckInverse
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Row
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Each operation inside {@code change}: its way back leads back, on every database that knows it, or the check says why there is none. */
@spock.lang.Tag('database')
class ChangeSpec extends Specification {

    private static final String BEFORE = '''upgrade {
        createTable('parent') { column 'id', integer, primaryKey: true }
        createTable('t') {
            column 'id', integer, nullable: false
            column 'a', integer
            column 'b', varchar(20), default: 'x'
            column 'p', integer
            column 'last', varchar(10), nullable: false, default: 'no'
            primaryKey 'id', name: 'pk_t'
            unique 'a', 'b', name: 'uq_t'
            check 'a > 0', name: 'ck_t'
            foreignKey 'p', references: 'parent.id', onDelete: 'CASCADE', name: 'fk_t'
            index 'b', sql('(a + 1)'), name: 'ix_t', where: 'a IS NOT NULL'
        }
        createTable('keyless') { column 'id', integer, nullable: false }
        createView 'v', 'SELECT id FROM t'
        MORE
        ROWS
    }
    downgrade { }'''

    private static final Map<String, String> MORE = [
            sqlite    : "createTrigger 'tr', 't', after: 'insert', body: 'DELETE FROM parent WHERE id = NEW.a + 100'",
            postgresql: '''
                createFunction 'touch()', returns: 'trigger', language: 'plpgsql', body: 'BEGIN RETURN NEW; END'
                createTrigger 'tr', 't', after: 'insert', execute: 'touch()'
                createEnum 'mood', ['sad', 'ok']
                createSequence 'numbers', start: 5, increment: 2
                createExtension 'citext'
                createView 'mv', 'SELECT id FROM t', materialized: true
                createTable('days', partitionBy: 'RANGE (id)') { column 'id', integer, nullable: false }
                createTable('may', partitionOf: 'days', forValues: "FROM (1) TO (32)") { }
                createTable('june') { column 'id', integer, nullable: false }
                createCheckConstraint 'late', 't', 'a < 100', notValid: true
                createTable('rooms') { column 'during', type('int4range'); exclude([during: '&&'], name: 'ex_rooms') }
                createSchema 'spare'
            ''']

    private static final List<String> PG = ['postgresql', TestDatabase.OLDEST_POSTGRESQL]
    private static final List<String> BOTH = ['sqlite'] + PG
    private static final List<String> SQLITE = ['sqlite']

    private static final List<List<Object>> INVERTIBLE = [
            [BOTH, "createTable('n') { column 'id', integer, primaryKey: true\ncolumn 'x', text, unique: true, index: true }"],
            [BOTH, "dropTable('keyless') { column 'id', integer, nullable: false }"],
            [BOTH, "renameTable 't', 'T 2'"],
            [PG, "attachPartition 'days', 'june', forValues: 'FROM (32) TO (62)'"],
            [PG, "detachPartition 'days', 'may', was: 'FROM (1) TO (32)'"],
            [BOTH, "addColumn 't', 'n', integer, default: 1, check: 'n > 0', references: 'parent.id', index: true"],
            [BOTH, "addColumn 't', 'n', integer, unique: true"],
            [BOTH, "addColumn 't', 'n', integer, generated: 'a * 2', stored: true"],
            [BOTH, "dropColumn 't', 'last', was: varchar(10), existingNullable: false, existingDefault: 'no'"],
            [BOTH, "alterColumn 't', 'a', newColumnName: 'A 2'"],
            [BOTH, "alterColumn 't', 'b', type: text, existingType: varchar(20)"],
            [BOTH, "alterColumn 't', 'b', default: null, existingDefault: 'x'"],
            [BOTH, "alterColumn 't', 'p', nullable: false"],
            [BOTH, "alterColumn 't', 'last', newColumnName: 'l', type: text, nullable: true, default: 'yes', existingType: varchar(10), existingDefault: 'no'"],
            [PG, "alterColumn 't', 'a', comment: 'new', existingComment: null"],
            [PG, "alterColumn 't', 'id', identity: true"],
            [BOTH, "renameColumn 't', 'b', 'B 2'"],
            [BOTH, "createIndex 'n', 't', ['a', sql('lower(b) DESC')], unique: true, where: 'a > 1'"],
            [BOTH, "dropIndex 'ix_t', 't', was: ['b', sql('(a + 1)')], where: 'a IS NOT NULL'"],
            [BOTH, "renameIndex 'ix_t', 'Ix 2'"],
            [BOTH, "createPrimaryKey null, 'keyless', ['id']"],
            [BOTH, "createUniqueConstraint null, 't', ['id', 'p']"],
            [BOTH, "createCheckConstraint 'n', 't', 'a < 9'"],
            [BOTH, "createForeignKey null, 't', 'parent', ['p'], ['id'], onDelete: 'SET NULL', deferrable: true, initially: 'DEFERRED'"],
            [PG, "createExcludeConstraint 'n', 'june', [id: '='], using: 'btree'"],
            [BOTH, "dropConstraint 'uq_t', 't', type: 'unique', was: ['a', 'b']"],
            [BOTH, "dropConstraint 'ck_t', 't', type: 'check', was: 'a > 0'"],
            [BOTH, "dropConstraint 'fk_t', 't', type: 'foreignkey', was: ['p'], references: 'parent.id', onDelete: 'CASCADE'"],
            [BOTH, "dropConstraint 'pk_t', 't', type: 'primary', was: ['id']"],
            [PG, "dropConstraint 'ex_rooms', 'rooms', type: 'exclude', was: [during: '&&']"],
            [BOTH, "renameConstraint 't', 'ck_t', 'Ck 2'"],
            [BOTH, "validateConstraint 't', 'ck_t'"],
            [BOTH, "createTableComment 't', 'new', existingComment: null"],
            [BOTH, "createEnum 'state', ['on', 'off']"],
            [BOTH, "dropEnum 'mood', was: ['sad', 'ok']"],
            [PG, "addEnumValue 'mood', 'bad', before: 'ok'"],
            [PG, "renameEnumValue 'mood', 'ok', 'fine'"],
            [PG, "dropEnumValue 'mood', 'sad', before: 'ok'"],
            [PG, "renameEnum 'mood', 'Mood 2'"],
            [PG, "enumValues 'mood', ['ok', 'sad', 'bad'], was: ['sad', 'ok']"],
            [BOTH, "createView 'w', 'SELECT a FROM t'"],
            [BOTH, "replaceView 'v', 'SELECT id, a FROM t', was: 'SELECT id FROM t'"],
            [BOTH, "createView 'v', 'SELECT id, a FROM t', replace: true, was: 'SELECT id FROM t'"],
            [BOTH, "dropView 'v', was: 'SELECT id FROM t'"],
            [PG, "refreshView 'mv'"],
            [SQLITE, "createTrigger 'n', 't', before: 'delete', body: 'DELETE FROM parent'"],
            [SQLITE, "dropTrigger 'tr', 't', after: 'insert', body: 'DELETE FROM parent WHERE id = NEW.a + 100'"],
            [PG, "createTrigger 'n', 't', before: 'update', of: ['a'], forEach: 'row', execute: 'touch()'"],
            [PG, "dropTrigger 'tr', 't', after: 'insert', execute: 'touch()'"],
            [PG, "createFunction 'twice(n integer)', returns: integer, language: 'sql', body: 'SELECT n * 2'"],
            [PG, "createProcedure 'tidy()', language: 'plpgsql', body: 'BEGIN NULL; END'"],
            [PG, "createFunction 'touch()', returns: 'trigger', language: 'plpgsql', body: 'BEGIN RETURN OLD; END', replace: true, was: 'BEGIN RETURN NEW; END'"],
            [PG, "dropTrigger 'tr', 't', after: 'insert', execute: 'touch()'\ndropFunction 'touch()', was: 'BEGIN RETURN NEW; END', returns: 'trigger', language: 'plpgsql'"],
            [PG, "createSequence 'n', start: 7"],
            [PG, "alterSequence 'numbers', increment: 10, was: [increment: 2]"],
            [PG, "dropSequence 'numbers', was: [start: 5, increment: 2]"],
            [PG, "renameSequence 'numbers', 'Numbers 2'"],
            [PG, "createExtension 'hstore'"],
            [PG, "dropExtension 'citext', was: [:]"],
            [PG, "createSchema 'n'"],
            [PG, "dropSchema 'spare'"],
            [BOTH, "executeFile 'up.sql', down: 'down.sql'"],
            [BOTH, "batchAlterTable('t') { addColumn 'n', integer\nrenameColumn 'a', 'A 2'\ncreateUniqueConstraint null, ['n', 'A 2']\ndropConstraint 'ck_t', type: 'check', was: '\"A 2\" > 0' }"]]

    private static final List<List<String>> REFUSED = [
            ["createTable('n', ifNotExists: true) { column 'id', integer }", 'createTable', 'with ifNotExists it is not known whether the table was there before'],
            ["dropTable 't'", 'dropTable', 'a dropped table cannot be created again without its definition'],
            ["detachPartition 'days', 'may'", 'detachPartition', 'a detached partition cannot be attached again without its values'],
            ["addColumn 't', 'n', integer, ifNotExists: true", 'addColumn', 'with ifNotExists it is not known whether the column was there before'],
            ["dropColumn 't', 'a'", 'dropColumn', 'a dropped column cannot be added again without its definition'],
            ["alterColumn 't', 'a', type: text", 'alterColumn', 'what the column was before is not known'],
            ["alterColumn 't', 'a', default: 1", 'alterColumn', 'what the column was before is not known'],
            ["alterColumn 't', 'a', comment: 'x'", 'alterColumn', 'what the column was before is not known'],
            ["alterColumn 't', 'a', identity: null", 'alterColumn', 'what the column was before is not known'],
            ["createIndex 'i', 't', ['a'], ifNotExists: true", 'createIndex', 'with ifNotExists it is not known whether the index was there before'],
            ["dropIndex 'i', 't'", 'dropIndex', 'a dropped index cannot be created again without its definition'],
            ["createUniqueConstraint 'u', 't', [], usingIndex: 'i'", 'createUniqueConstraint', 'dropping it would drop the index as well, which was there before'],
            ["dropConstraint 'u', 't', type: 'unique'", 'dropConstraint', 'a dropped constraint cannot be added again without its definition'],
            ["createEnum 'e', ['a'], ifNotExists: true", 'createEnum', 'with ifNotExists it is not known whether the type was there before'],
            ["dropEnum 'e'", 'dropEnum', 'a dropped enum type cannot be created again without its values'],
            ["addEnumValue 'e', 'a', ifNotExists: true", 'addEnumValue', 'with ifNotExists it is not known whether the value was there before'],
            ["dropEnumValue 'e', 'a'", 'dropEnumValue', 'the place of the value is not known'],
            ["dropEnumValue 'e', 'a', replaceWith: 'b'", 'dropEnumValue', 'which rows had the value before is not known afterwards'],
            ["backfill 't', set: 'a = 1', where: 'a IS NULL'", 'backfill', 'the old values are not known'],
            ["dropTable('t', ifExists: true) { column 'a', integer }", 'dropTable', 'with ifExists it is not known whether the table was there before'],
            ["dropColumn 't', 'a', ifExists: true, was: integer", 'dropColumn', 'with ifExists it is not known whether the column was there before'],
            ["dropIndex 'i', 't', ifExists: true, was: ['a']", 'dropIndex', 'with ifExists it is not known whether the index was there before'],
            ["dropConstraint 'u', 't', ifExists: true, type: 'unique', was: ['a']", 'dropConstraint', 'with ifExists it is not known whether the constraint was there before'],
            ["dropEnum 'e', ifExists: true, was: ['a']", 'dropEnum', 'with ifExists it is not known whether the type was there before'],
            ["dropView 'v', ifExists: true, was: 'SELECT 1'", 'dropView', 'with ifExists it is not known whether the view was there before'],
            ["dropTrigger 'tr', 't', ifExists: true, after: 'insert', execute: 'f()', body: 'SELECT 1'", 'dropTrigger', 'with ifExists it is not known whether the trigger was there before'],
            ["dropFunction 'f()', ifExists: true, returns: 'integer', was: 'SELECT 1'", 'dropFunction', 'with ifExists it is not known whether the routine was there before'],
            ["dropSequence 's', ifExists: true, was: [start: 1]", 'dropSequence', 'with ifExists it is not known whether the sequence was there before'],
            ["dropExtension 'x', ifExists: true, was: [:]", 'dropExtension', 'with ifExists it is not known whether the extension was there before'],
            ["dropSchema 's', ifExists: true", 'dropSchema', 'with ifExists it is not known whether the schema was there before'],
            ["execute 'SELECT 1'", 'execute', 'SQL has no inverse that could be derived'],
            ["executeFile 'up.sql'", 'executeFile', 'SQL has no inverse that could be derived'],
            ["table('t').insert(a: 1)", 'insert', 'inserted rows cannot be distinguished from others'],
            ["table('t').update(a: 1)", 'update', 'the old values are not known'],
            ["table('t').delete()", 'delete', 'deleted rows cannot be created again'],
            ["bulkInsert 't', csv('t.csv')", 'bulkInsert', 'inserted rows cannot be distinguished from others'],
            ["batchAlterTable('t') { dropColumn 'a' }", 'batchAlterTable', 'a dropped column cannot be added again without its definition'],
            ["dropSchema 's', cascade: true", 'dropSchema', 'what a schema holds is lost with it'],
            ["dropSequence 's'", 'dropSequence', 'a dropped sequence cannot be created again without its options'],
            ["alterSequence 's', increment: 2", 'alterSequence', 'what the sequence was before is not known'],
            ["dropExtension 'x'", 'dropExtension', 'which version of the extension was there, and in which schema, is not known'],
            ["dropView 'v'", 'dropView', 'a dropped view cannot be created again without its query'],
            ["alterColumn 't', 'a', type: text, collation: 'C', existingType: text", 'alterColumn', 'what the column was before is not known'],
            ["replaceView 'v', 'SELECT 1', was: 'SELECT 2', with: [security_invoker: true]", 'replaceView', 'what the view was before is not known'],
            ["replaceView 'v', 'SELECT 1'", 'replaceView', 'what the view was before is not known'],
            ["dropFunction 'f()'", 'dropFunction', 'what is dropped cannot be created again without its definition'],
            ["createFunction 'f()', returns: integer, body: 'SELECT 1', replace: true", 'createFunction', 'with replace it is not known what it did before'],
            ["dropTrigger 'tr', 't'", 'dropTrigger', 'a dropped trigger cannot be created again without its definition'],
            ["query 'SELECT 1'", 'query', 'the answer would differ in the downgrade'],
            ["autocommit { }", 'autocommit', 'the downgrade would need transactions of its own']]

    @AutoCleanup
    Project project = new Project()

    /** One for all rows, as each leaves the database as it found it. */
    @Shared
    Map<String, TestDatabase> databases = BOTH.collectEntries { [it, TestDatabase.of(it)] }

    def cleanupSpec() {
        databases.values()*.close()
    }

    def "on #dialect, up, down and up again: #change"() {
        given:
        def database = databases[dialect]
        def more = MORE[database.dialect]
        def rows = "bulkInsert 'parent', [[id: 1]]\nbulkInsert 't', [[id: 1, a: 4, b: 'y', p: 1], [id: 2, a: 5, b: null, p: 1]]"
        project.script('up.sql', 'CREATE TABLE of_file (id integer);')
        project.script('down.sql', 'DROP TABLE of_file;')
        project.revision('a', [], BEFORE.replace('MORE', more).replace('ROWS', rows))
        project.revision('b', ['a'], "change {\n$change\n}")
        def retort = project.retort(database)
        retort.upgrade('a')
        def before = state(database)

        when:
        retort.upgrade('b')
        def first = state(database)
        retort.downgrade('a')

        then:
        state(database) == before

        when:
        retort.upgrade('b')

        then:
        state(database) == first

        cleanup:
        retort?.downgrade('a')

        where:
        [dialect, change] << INVERTIBLE.collectMany { dialects, change -> dialects.collect { [it, change] } }
    }

    def "the check says why there is no way back, and where: #change"() {
        given:
        def before = 'revision \'x\'\nchange {\n    '

        when:
        new ScriptCompiler().compile('m/x.groovy', "$before$change\n}")

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.SCRIPT
        e.message.startsWith("m/x.groovy:3: Inside change, $verb cannot be undone: $reason. ")
        e.problems().every { it.hint() }

        where:
        [change, verb, reason] << REFUSED
    }

    def "no operation is missing here"() {
        given:
        def seen = [] as Set
        def bodies = INVERTIBLE.collect { it[1] } + REFUSED.collect { it[0] }

        when:
        bodies.each { body ->
            new ScriptCompiler().compile('x.groovy', "revision 'x'\nupgrade {\n$body\n}\ndowngrade { }").upgrade(new Noting(seen))
        }

        then:
        (leaves(Operation) - seen - CheckInverse)*.simpleName == []
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        type.sealed ? type.permittedSubclasses.collectMany { leaves(it) } as Set : [type] as Set
    }

    /** The schema and how many rows there are; SQLite puts a renamed table in quotes wherever it is spoken of. */
    private static List<Object> state(TestDatabase database) {
        def schema = StorySpec.schema(database)
        def tables = InSchema.tables(schema).values().findAll { it.name().toString() != 'days' }
        def counts = database.onOneConnection { tables.collect { database.rows("SELECT count(*) FROM \"${it.name()}\"") } }
        [schema.toString().replace('"', ''), counts]
    }

    static class Noting implements Channel {
        private final Set<Class<?>> seen

        Noting(Set<Class<?>> seen) {
            this.seen = seen
        }

        @Override
        String dialect() { 'postgresql' }

        @Override
        boolean isOffline() { false }

        @Override
        String argument(String name) { null }

        @Override
        long apply(Operation operation) {
            seen << operation.class
            if (operation instanceof BatchAlterTable) {
                operation.changes().each { seen << it.class }
            }
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
