package dev.retort.internal.ddl

import dev.retort.RetortException
import dev.retort.internal.dialect.Dialect
import dev.retort.internal.dialect.OptionTable
import dev.retort.internal.operation.DropEnum
import dev.retort.internal.operation.DropTrigger
import dev.retort.internal.operation.Operation
import dev.retort.internal.operation.RenameEnum
import dev.retort.internal.operation.Work
import dev.retort.internal.schema.ObjectKind
import dev.retort.internal.schema.QualifiedName
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** What a dialect spells is read as the operation that it was: spelled again, it is the same SQL. */
class SpelledSqlSpec extends Specification {

    static final List<String> OBJECTS = [
            '''createView 'My View', 'SELECT 1 AS "WITH", \\'CHECK OPTION\\'', schema: 'Größe', columns: ['a"b', 'select']''',
            "createView 'v', 'SELECT 1', temporary: true, checkOption: 'cascaded', with: [security_barrier: true]",
            "createView 'v', 'SELECT 1', checkOption: 'local'",
            "createView 'v', 'SELECT 1', materialized: true, ifNotExists: true, withData: false",
            "createView 'v', 'WITH x AS (SELECT 1) SELECT * FROM x', materialized: true",
            "dropView 'v', materialized: true, ifExists: true, cascade: true, schema: 's'",
            "dropView 'v'",
            "refreshView 'v', concurrently: true",
            "createSequence 'S', start: 100, increment: -5, min: null, max: 200, cache: 20, cycle: true, ownedBy: 'app.Tasks.n', type: integer, ifNotExists: true",
            "createSequence 's', temporary: true, cycle: false, type: bigint",
            "alterSequence 's', restart: true",
            "alterSequence 's', restart: 7, max: null, ownedBy: null, schema: 'x'",
            "renameSequence 's', 'T', schema: 'x'",
            "dropSequence 's', ifExists: true, cascade: true",
            "createExtension 'uuid-ossp', schema: 'ext', version: '1.1', cascade: true, ifNotExists: true",
            "dropExtension 'citext', ifExists: true, cascade: true",
            "createSchema 'billing', ifNotExists: true, authorization: 'Biller'",
            "dropSchema 'order', ifExists: true, cascade: true",
            "createFunction 'touch', returns: 'trigger', body: 'BEGIN RETURN NEW; END'",
            "createFunction 'Price(net numeric, rate numeric = 0.2)', returns: numeric(12, 2), language: 'sql', body: 'SELECT net', volatility: 'immutable', strict: true, securityDefiner: true, leakproof: true, parallel: 'safe', cost: 10, rows: 5, set: [search_path: ['app', 'pg_temp'], 'my.x': \"it's\"], replace: true, schema: 'app'",
            "createFunction 'f(OUT n integer)', body: 'x'",
            "createFunction 'f()', returns: 'SETOF text', body: 'a \$\$ b'",
            "createFunction 'f()', returns: 'TABLE(a integer, b text)', body: '\$\$ \$body\$ \$body1'",
            "createProcedure 'tidy(INOUT n integer)', body: 'x'",
            "dropFunction 'f'",
            "dropFunction 'f(a numeric(3, 1) DEFAULT round(1, 2), b text = \\'a,b\\' , c integer[])', ifExists: true, cascade: true",
            "dropProcedure 'tidy()', schema: 'app'",
            "createTrigger 't', 'tasks', before: 'update', of: ['title', 'Body'], when: 'OLD.* IS DISTINCT FROM NEW.*', execute: 'app.Touch(1, \\'a\\')'",
            "createTrigger 'T t', 'tasks', insteadOf: ['insert', 'delete'], execute: 'touch', schema: 's'",
            "createTrigger 't', 'tasks', after: 'truncate', execute: 'f()', replace: true",
            "createTrigger 't', 'tasks', after: 'insert', execute: 'f()', deferrable: true, initially: 'deferred'",
            "createTrigger 't', 'tasks', after: 'insert', execute: 'f()', constraint: true",
            "createTrigger 't', 'tasks', after: 'update', forEach: 'statement', referencing: 'OLD TABLE AS o NEW TABLE AS n', execute: 'f()'",
            "createTrigger 't', 'tasks', after: 'update', when: 'NEW.a > CASE WHEN OLD.a > 1 THEN 1 ELSE 2 END', body: 'UPDATE x SET a = CASE WHEN a > 1 THEN 2 ELSE 3 END; DELETE FROM y', ifNotExists: true",
            "dropTrigger 't', 'tasks', ifExists: true, cascade: true",
            "createEnum 'mood', ['sad', \"it's\", ''], schema: 's'",
            "dropEnum 'mood', ifExists: true, cascade: true",
            "renameEnum 'mood', 'Mood'",
            "addEnumValue 'mood', 'b', before: 'a', ifNotExists: true",
            "renameEnumValue 'mood', 'a', \"b'\"",
            "createTable('t') { column 'a', array(varchar(10)); column 'b', type('geometry(Point,4326)'); column 'c', timestamp(timezone: true, precision: 3), default: sql('now()'); column 'd', character(3), default: 'x'; column 'e', numeric(12, 2), default: -1.5; column 'f', type('mood'), default: sql(\"'sad'::mood\"); column 'g', bigserial }",
            "createTable('t') { column 'a', bool, default: true; column 'b', enumeration('mood', ['a', 'b']), nullable: false, default: 'a'; column 'c', json, default: sql(\"json_object('a', 1)\"); column 'd', bigint, default: 5000000000 }",
    ]

    static final List<String> SCRIPTS = (new OptionTable().entries*.script + OBJECTS + examples()).unique()

    /** Only the column that is altered is certain, and not how it is numbered: what is not written stays as it was. */
    static final String RENUMBERED = /ALTER TABLE \w+ ALTER COLUMN \w+ SET GENERATED .*/

    static final Recording RECORDING = new Recording(SCRIPTS)

    /** Each script with what it is in SQL, where the database takes it and need not be looked at. */
    static final List<List> ROWS = [DdlReaders.DIALECTS.keySet(), SCRIPTS].combinations()
            .collect { dialect, script -> [dialect, script, spelled(dialect, script)] }
            .findAll { dialect, script, spelled -> spelled }

    private static List<String> examples() {
        Files.list(Path.of('src/test/resources/operations')).toList().findAll { it.toString().endsWith('.groovy') }.sort().collect { Files.readString(it) }.findAll { !it.contains('// file ') }
    }

    def "on #dialect it is read as it was written: #script"() {
        given:
        def read = spelled.collect { DdlReaders.of(dialect).read(it) }

        expect: 'a block may do anything'
        spelled.collect { it.startsWith('DO ') } == read.collect { it == [new SqlEffect.Unknown()] }
        spelled.collect { it ==~ RENUMBERED } == read.collect { effects -> effects.any { it instanceof SqlEffect.Uncertain } }
        words(read.flatten().findAll { isCertain(it) }.collectMany { respelled(dialect, it) }.findAll { isDefinition(it) }) ==
                words(spelled.findAll { isDefinition(it) && !(it ==~ RENUMBERED) })

        where:
        [dialect, script, spelled] << ROWS
    }

    def "both databases spell much of it"() {
        expect:
        ROWS.count { it[0] == 'postgresql' } > 300
        ROWS.count { it[0] == 'sqlite' } > 100
    }

    /** What Retort writes as a block is not looked into. */
    private static boolean isDefinition(String sql) { sql =~ /^(CREATE|ALTER|DROP|COMMENT)/ }

    private static boolean isCertain(SqlEffect effect) {
        !(effect instanceof SqlEffect.Unknown || effect instanceof SqlEffect.Uncertain)
    }

    private static List<String> spelled(String dialect, String script) {
        RECORDING.operations(SCRIPTS.indexOf(script), dialect).findAll { !(it instanceof Work) }.collectMany { spelled(dialect, it) }
    }

    /** Nothing where the database refuses it, or must be looked at. */
    private static List<String> spelled(String dialect, Operation operation) {
        try {
            DdlReaders.DIALECTS[dialect].spelling().check(operation)*.sql()
        } catch (RetortException ignored) {
            []
        }
    }

    private static String words(List<String> statements) {
        statements.join('; ').replaceAll(/\s+/, ' ').replace('( ', '(').replace(' )', ')')
    }

    private static List<String> respelled(String dialect, SqlEffect effect) {
        if (effect instanceof SqlEffect.Changes) {
            return spelled(dialect, effect.operation())
        }
        def name = effect.names()[0]
        if (effect instanceof SqlEffect.Renames && name.kind() == ObjectKind.ENUM_TYPE) {
            return spelled(dialect, new RenameEnum(name.name(), effect.newName()))
        } else if (effect instanceof SqlEffect.Drops && name.kind() == ObjectKind.ENUM_TYPE) {
            return spelled(dialect, new DropEnum(name.name(), effect.ifExists(), effect.cascade(), null))
        } else if (effect instanceof SqlEffect.Drops && name.kind() == ObjectKind.TRIGGER) {
            return spelled(dialect, new DropTrigger(name.name().name(), QualifiedName.of('t'), effect.ifExists(), effect.cascade(), null))
        }
        throw new AssertionError("no operation does the same as $effect" as Object)
    }
}
