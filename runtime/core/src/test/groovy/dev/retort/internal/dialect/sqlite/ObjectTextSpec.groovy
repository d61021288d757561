package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.dialect.ScriptSql
import spock.lang.Specification

/** What scripts say of views and triggers, as SQLite's SQL, and what it refuses. */
class ObjectTextSpec extends Specification {

    static List<String> sql(String body) {
        ScriptSql.of(new SqliteDialect(), body)
    }

    def "#script is #expected"() {
        expect:
        sql(script) == expected

        where:
        script | expected
        "createView 'v', 'SELECT 1;'" | ['CREATE VIEW v AS\nSELECT 1']
        "createView 'My \"View', 'SELECT 1', columns: ['a b', 'select'], ifNotExists: true" | ['CREATE VIEW IF NOT EXISTS "My ""View" ("a b", "select") AS\nSELECT 1']
        "createView 'v', 'SELECT 1', temporary: true, materialized: dialect == 'postgresql'" | ['CREATE TEMPORARY VIEW v AS\nSELECT 1']
        "dropView 'v', ifExists: true, cascade: true" | ['DROP VIEW IF EXISTS v']
        "createTrigger 't', 'tasks', after: 'update', of: ['title', 'a b'], when: 'NEW.id > 1', body: 'DELETE FROM log', execute: 'f()'" | ['CREATE TRIGGER t\nAFTER UPDATE OF title, "a b" ON tasks\nFOR EACH ROW\nWHEN (NEW.id > 1)\nBEGIN\nDELETE FROM log;\nEND']
        "createTrigger 'T', 'v', insteadOf: 'insert', ifNotExists: true, body: 'SELECT CASE WHEN 1 THEN 2 END; DELETE FROM log; '" | ['CREATE TRIGGER IF NOT EXISTS T\nINSTEAD OF INSERT ON v\nFOR EACH ROW\nBEGIN\nSELECT CASE WHEN 1 THEN 2 END; DELETE FROM log;\nEND']
        "createTrigger 't', 'tasks', before: 'delete', replace: true, body: 'DELETE FROM log -- all'" | ['DROP TRIGGER IF EXISTS t', 'CREATE TRIGGER t\nBEFORE DELETE ON tasks\nFOR EACH ROW\nBEGIN\nDELETE FROM log; -- all\nEND']
        "dropTrigger 'a b', 'tasks', ifExists: true" | ['DROP TRIGGER IF EXISTS "a b"']
    }

    def "#script is refused: #message"() {
        when:
        sql(script)

        then:
        def e = thrown(RetortException)
        e.message.contains(message)

        where:
        script | message
        "createView 'v', 'SELECT 1', schema: 's'" | 'SQLite has no schemas'
        "createView 's.v', 'SELECT 1'" | 'SQLite has no schemas'
        "createView 'v', 'SELECT 1; SELECT 2'" | 'The query of the view "v" is not one statement, but 2'
        "createView 'v', 'SELECT writefile(1, 2)'" | 'A migration may not reach beyond its database'
        "createView 'v', 'SELECT 1', materialized: true" | "SQLite has no materialized views. Write materialized: dialect != 'sqlite'"
        "createView 'v', 'SELECT 1', checkOption: 'local'" | 'SQLite has no views that rows are written through.'
        "createView 'v', 'SELECT 1', with: [security_barrier: true]" | 'SQLite has no options of views.'
        "dropView 'v', materialized: true" | 'SQLite has no materialized views'
        "refreshView 'v'" | "SQLite has no materialized views. On SQLite a plain view is always fresh. Or write it for a database that has them: onlyOn('postgresql') { … }."
        "createSequence 's'" | "SQLite has no sequences. On SQLite a column numbers itself, identity: true or autoincrement: true. Or write it for a database that has them: onlyOn('postgresql') { … }."
        "alterSequence 's', start: 1" | 'SQLite has no sequences'
        "dropSequence 's'" | 'SQLite has no sequences'
        "createExtension 'citext'" | "SQLite has no extensions that a migration installs. Write it for a database that has them: onlyOn('postgresql') { … }."
        "dropExtension 'citext'" | 'SQLite has no extensions'
        "createSchema 's'" | 'SQLite has no schemas.'
        "dropSchema 's'" | 'SQLite has no schemas.'
        "createFunction 'f()', returns: 'trigger', body: 'x'" | 'SQLite has no stored functions and procedures.'
        "dropFunction 'f()'" | 'SQLite has no stored functions and procedures.'
        "createProcedure 'f()', body: 'x'" | 'SQLite has no stored functions and procedures.'
        "dropProcedure 'f()'" | 'SQLite has no stored functions and procedures.'
        "createTrigger 't', 'tasks', before: ['insert', 'update'], body: 'SELECT 1'" | 'SQLite has no triggers on several events. Write one trigger for each'
        "createTrigger 't', 'tasks', before: 'truncate', body: 'SELECT 1'" | 'SQLite has no TRUNCATE'
        "createTrigger 't', 'tasks', before: 'insert', forEach: 'statement', body: 'SELECT 1'" | 'SQLite has no triggers for each statement.'
        "createTrigger 't', 'tasks', after: 'insert', constraint: true, body: 'SELECT 1'" | 'SQLite has no constraint triggers'
        "createTrigger 't', 'tasks', after: 'insert', referencing: 'x', body: 'SELECT 1'" | 'Leave referencing: out.'
        "createTrigger 't', 'tasks', after: 'insert', execute: 'f()'" | "SQLite has no triggers that call a function. Add body: 'UPDATE …'."
        "createTrigger 't', 'tasks', after: 'insert', body: 'BEGIN SELECT 1; END'" | 'Leave BEGIN and END out'
        "createTrigger 't', 'tasks', after: 'insert', body: 'SELECT 1; END; DROP TABLE users; SELECT 1'" | 'This is not one statement, but 4'
        "createTrigger 't', 'tasks', after: 'insert', body: \"SELECT load_extension('x')\"" | 'A migration may not reach beyond its database'
        "dropTrigger 't', 'tasks', schema: 's'" | 'SQLite has no schemas'
    }
}
