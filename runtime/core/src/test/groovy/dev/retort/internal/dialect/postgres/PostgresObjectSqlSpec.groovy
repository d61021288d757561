package dev.retort.internal.dialect.postgres

import dev.retort.RetortException
import dev.retort.internal.dialect.ScriptSql
import spock.lang.Specification

/** What scripts say of views, sequences, extensions, schemas, routines and triggers, as PostgreSQL's SQL. */
class PostgresObjectSqlSpec extends Specification {

    static List<String> sql(String body) {
        ScriptSql.of(new PostgresDialect(), body)
    }

    def "#script is #expected"() {
        expect:
        sql(script) == [expected]

        where:
        script | expected
        "createView 'v', 'SELECT 1'" | 'CREATE VIEW v AS\nSELECT 1'
        "createView 'v', ' SELECT 1 -- one\\n; '" | 'CREATE VIEW v AS\nSELECT 1'
        "createView 'My View', 'SELECT 1', schema: 'Größe', columns: ['a\"b', 'select']" | 'CREATE VIEW "Größe"."My View" ("a""b", "select") AS\nSELECT 1'
        "createView 'v', 'SELECT 1', temporary: true, checkOption: 'cascaded', with: [security_barrier: true]" | "CREATE TEMPORARY VIEW v WITH (security_barrier = 'true') AS\nSELECT 1\nWITH CASCADED CHECK OPTION"
        "createView 'v', 'SELECT 1', ifNotExists: true" | 'DO $$ BEGIN CREATE VIEW v AS\nSELECT 1; EXCEPTION WHEN duplicate_table THEN NULL; END $$'
        "createView 'v', 'SELECT \$\$a\$\$', ifNotExists: true" | 'DO $retort$ BEGIN CREATE VIEW v AS\nSELECT $$a$$; EXCEPTION WHEN duplicate_table THEN NULL; END $retort$'
        "createView 'v', 'SELECT 1', materialized: true, ifNotExists: true, withData: false" | 'CREATE MATERIALIZED VIEW IF NOT EXISTS v AS\nSELECT 1\nWITH NO DATA'
        "dropView 'v'" | 'DROP VIEW v'
        "dropView 'v', materialized: true, ifExists: true, cascade: true, schema: 's'" | 'DROP MATERIALIZED VIEW IF EXISTS s.v CASCADE'
        "refreshView 'v'" | 'REFRESH MATERIALIZED VIEW v'
        "refreshView 'v', concurrently: true" | 'REFRESH MATERIALIZED VIEW CONCURRENTLY v'
        "refreshView 'v', withData: false" | 'REFRESH MATERIALIZED VIEW v WITH NO DATA'
        "createSequence 's'" | 'CREATE SEQUENCE s'
        "createSequence 'S', start: 100, increment: -5, min: null, max: 200, cache: 20, cycle: true, ownedBy: 'app.Tasks.n', type: integer, ifNotExists: true" | 'CREATE SEQUENCE IF NOT EXISTS "S" AS integer INCREMENT BY -5 NO MINVALUE MAXVALUE 200 START WITH 100 CACHE 20 CYCLE OWNED BY app."Tasks".n'
        "createSequence 's', temporary: true, cycle: false" | 'CREATE TEMPORARY SEQUENCE s NO CYCLE'
        "alterSequence 's', restart: true" | 'ALTER SEQUENCE s RESTART'
        "alterSequence 's', restart: 7, max: null, ownedBy: null, schema: 'x'" | 'ALTER SEQUENCE x.s NO MAXVALUE OWNED BY NONE RESTART WITH 7'
        "dropSequence 's', ifExists: true, cascade: true" | 'DROP SEQUENCE IF EXISTS s CASCADE'
        "createExtension 'citext'" | 'CREATE EXTENSION citext'
        "createExtension 'uuid-ossp', schema: 'ext', version: '1.1', cascade: true, ifNotExists: true" | 'CREATE EXTENSION IF NOT EXISTS "uuid-ossp" SCHEMA ext VERSION \'1.1\' CASCADE'
        "dropExtension 'citext', ifExists: true, cascade: true" | 'DROP EXTENSION IF EXISTS citext CASCADE'
        "createSchema 'billing', ifNotExists: true, authorization: 'Biller'" | 'CREATE SCHEMA IF NOT EXISTS billing AUTHORIZATION "Biller"'
        "dropSchema 'order', ifExists: true, cascade: true" | 'DROP SCHEMA IF EXISTS "order" CASCADE'
        "createFunction 'touch', returns: 'trigger', body: 'BEGIN RETURN NEW; END'" | 'CREATE FUNCTION touch()\nRETURNS trigger\nLANGUAGE plpgsql\nAS $$BEGIN RETURN NEW; END$$'
        "createFunction 'Price(net numeric, rate numeric = 0.2)', returns: numeric(12, 2), language: 'sql', body: 'SELECT net', volatility: 'immutable', strict: true, securityDefiner: true, leakproof: true, parallel: 'safe', cost: 10, rows: 5, set: [search_path: ['app', 'pg_temp'], 'my.x': \"it's\"], replace: true, schema: 'app'" |
                'CREATE OR REPLACE FUNCTION app."Price"(net numeric, rate numeric = 0.2)\nRETURNS numeric(12, 2)\nLANGUAGE sql\nIMMUTABLE\nLEAKPROOF\nSTRICT\nSECURITY DEFINER\nPARALLEL SAFE\nCOST 10\nROWS 5\nSET my.x = \'it\'\'s\'\nSET search_path = \'app\', \'pg_temp\'\nAS $$SELECT net$$'
        "createFunction 'f(OUT n integer)', body: 'x'" | 'CREATE FUNCTION f(OUT n integer)\nLANGUAGE plpgsql\nAS $$x$$'
        "createFunction 'f()', returns: 'text', body: 'a \$\$ b'" | 'CREATE FUNCTION f()\nRETURNS text\nLANGUAGE plpgsql\nAS $body$a $$ b$body$'
        "createFunction 'f()', returns: 'text', body: 'ends in \$'" | 'CREATE FUNCTION f()\nRETURNS text\nLANGUAGE plpgsql\nAS $body$ends in $$body$'
        "createFunction 'f()', returns: 'text', body: '\$\$ \$body\$ \$body1'" | 'CREATE FUNCTION f()\nRETURNS text\nLANGUAGE plpgsql\nAS $body2$$$ $body$ $body1$body2$'
        "createProcedure 'tidy(INOUT n integer)', body: 'x'" | 'CREATE PROCEDURE tidy(INOUT n integer)\nLANGUAGE plpgsql\nAS $$x$$'
        "dropFunction 'f'" | 'DROP FUNCTION f'
        "dropFunction 'f(a numeric(3, 1) DEFAULT round(1, 2), b text = \\'a,b\\' , c integer[])', ifExists: true, cascade: true" | 'DROP FUNCTION IF EXISTS f(a numeric(3, 1), b text, c integer[]) CASCADE'
        "dropProcedure 'tidy()', schema: 'app'" | 'DROP PROCEDURE app.tidy()'
        "dropProcedure 'app.tidy()'" | 'DROP PROCEDURE app.tidy()'
        "dropProcedure '\"app.tidy\"()'" | 'DROP PROCEDURE "app.tidy"()'
        "createTrigger 't', 'tasks', before: 'update', of: ['title', 'Body'], when: 'OLD.* IS DISTINCT FROM NEW.*', execute: 'app.Touch(1, \\'a\\')'" |
                'CREATE TRIGGER t\nBEFORE UPDATE OF title, "Body" ON tasks\nFOR EACH ROW\nWHEN (OLD.* IS DISTINCT FROM NEW.*)\nEXECUTE FUNCTION app."Touch"(1, \'a\')'
        "createTrigger 'T t', 'tasks', insteadOf: ['insert', 'delete'], execute: 'touch', schema: 's'" | 'CREATE TRIGGER "T t"\nINSTEAD OF INSERT OR DELETE ON s.tasks\nFOR EACH ROW\nEXECUTE FUNCTION touch()'
        "createTrigger 't', 'tasks', after: 'truncate', execute: 'f()', replace: true" | 'CREATE OR REPLACE TRIGGER t\nAFTER TRUNCATE ON tasks\nFOR EACH STATEMENT\nEXECUTE FUNCTION f()'
        "createTrigger 't', 'tasks', after: 'insert', execute: 'f()', deferrable: true, initially: 'deferred'" | 'CREATE CONSTRAINT TRIGGER t\nAFTER INSERT ON tasks\nDEFERRABLE INITIALLY DEFERRED\nFOR EACH ROW\nEXECUTE FUNCTION f()'
        "createTrigger 't', 'tasks', after: 'update', forEach: 'statement', referencing: 'OLD TABLE AS o', execute: 'f()', ifNotExists: true" |
                'DO $$ BEGIN CREATE TRIGGER t\nAFTER UPDATE ON tasks\nREFERENCING OLD TABLE AS o\nFOR EACH STATEMENT\nEXECUTE FUNCTION f(); EXCEPTION WHEN duplicate_object THEN NULL; END $$'
        "dropTrigger 't', 'tasks', ifExists: true, cascade: true" | 'DROP TRIGGER IF EXISTS t ON tasks CASCADE'
    }

    def "a replaced view is made in place, or anew inside a block"() {
        when:
        def block = sql('''replaceView 'V', 'SELECT $$a$$ AS a', columns: ['a b']''')[0]

        then:
        block.startsWith('DO $retort$\nDECLARE')
        block.contains('''
CREATE OR REPLACE VIEW "V" ("a b") AS
SELECT $$a$$ AS a;
EXCEPTION WHEN invalid_table_definition THEN''')
        block.contains('''
DROP VIEW "V";
CREATE VIEW "V" ("a b") AS
SELECT $$a$$ AS a;''')
        block.contains('''\'"V"'::regclass''')
    }

    def "OR REPLACE is followed by the options that the view had"() {
        when:
        def block = sql("createView 'V', 'SELECT 1', replace: true, with: [security_barrier: true]")[0]

        then:
        block.contains('CREATE OR REPLACE VIEW "V" WITH (security_barrier = \'true\') AS\nSELECT 1;')
        block.contains("<> ALL (ARRAY['security_barrier']::text[])")
        block.contains("EXECUTE 'ALTER VIEW \"V\" SET (' || options")
    }

    def "#script is refused: #message"() {
        when:
        sql(script)

        then:
        def e = thrown(RetortException)
        e.message.contains(message)
        !e.message.contains('Exception')

        where:
        script | message
        "createView 'v', 'SELECT 1; DROP TABLE users'" | 'The query of the view "v" is not one statement, but 2: SELECT 1; DROP TABLE users. Run the others with execute.'
        "replaceView 'v', 'SELECT 1; DROP TABLE users'" | 'is not one statement, but 2'
        "createView 'v', ''" | 'The query of the view "v" is empty. Write \'SELECT …\'.'
        "createView 'v', ' ;'" | 'is not one statement, but 0'
        "createView 'v', 'SELECT 1', was: 'SELECT 2'" | 'createView says was: without replace: true.'
        "createView 'v', 'SELECT 1', replace: true, ifNotExists: true" | 'createView says both replace: and ifNotExists:.'
        "createView 'v', 'SELECT 1', replace: true, materialized: true" | 'A materialized view is not replaced: its rows and indexes would be lost with it. Write dropView and createView, and createIndex for each of its indexes.'
        "createView 'v', 'SELECT 1', materialized: true, temporary: true" | 'both materialized and temporary'
        "createView 'v', 'SELECT 1', materialized: true, checkOption: 'local'" | 'nothing is written through it'
        "createView 'v', 'SELECT 1', withData: false" | 'the view is not materialized'
        "refreshView 'v', concurrently: true, withData: false" | 'Keep one of them'
        "createSequence 's', ownedBy: 'tasks'" | '"tasks" is no column that can own a sequence. Write \'orders.number\'.'
        "alterSequence 's', was: [start: 1]" | 'alterSequence changes nothing of "s".'
        "alterSequence 's', start: 1, was: [strat: 1]" | 'was of alterSequence has no option "strat". Did you mean "start"?'
        "dropExtension 'x', was: [versoin: '1']" | 'was of dropExtension has no option "versoin". Did you mean "version"?'
        "createFunction 'f()', body: 'x'" | 'createFunction does not say what "f()" returns. Add returns: \'trigger\''
        "createFunction 'f()', returns: 'text', body: '  '" | 'The body of "f()" is empty. Give its text with body:.'
        "createFunction 'f(a integer', returns: 'text', body: 'x'" | '"f(a integer" is not how a function is written.'
        "createFunction 'f()', returns: 'integer; DROP TABLE users', body: 'x'" | 'This is not one statement, but 2'
        "createFunction 'f()', returns: 'text', body: 'x', was: 'y'" | 'says was: without replace: true'
        "dropFunction 'f', was: 'x', returns: 'text'" | 'dropFunction gives the definition of "f", but not its arguments. Write \'f()\''
        "dropFunction 'f(integer); DROP TABLE users; SELECT (1)'" | 'This is not one statement, but 3'
        "createTrigger 't', 'tasks', execute: 'f()'" | 'createTrigger does not say when "t" acts. Write before:, after: or insteadOf:'
        "createTrigger 't', 'tasks', before: 'insert', after: 'update', execute: 'f()'" | 'The trigger "t" says before:, after:. Keep one of them'
        "createTrigger 't', 'tasks', before: 'insert', body: 'x'" | 'PostgreSQL has no triggers with statements of their own. Add execute:'
        "createTrigger 't', 'tasks', before: 'insert'" | 'The trigger "t" does nothing.'
        "createTrigger 't', 'tasks', before: [], execute: 'f()'" | 'says before: without an event'
        "createTrigger 't', 'tasks', before: ['ins' + 'ret'], execute: 'f()'" | 'Invalid value "insret" for before. Did you mean "INSERT"?'
        "createTrigger 't', 'tasks', before: 'insert', of: ['a'], execute: 'f()'" | 'says of: without \'update\''
        "createTrigger 't', 'tasks', before: 'insert', when: 'true) EXECUTE FUNCTION g(); DROP TABLE users; --', execute: 'f()'" | 'This is not one statement, but'
        "createTrigger 't', 'tasks', before: 'insert', execute: 'a.b.f()'" | '"a.b.f()" is no function that a trigger could call. Write execute: \'touch()\''
        "createView '${'x' * 64}', 'SELECT 1'" | 'has 64 bytes; PostgreSQL allows 63'
    }
}
