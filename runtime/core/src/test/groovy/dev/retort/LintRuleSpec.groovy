package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import java.nio.file.Files
import java.sql.DriverManager
import java.sql.SQLException
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Where a rule is near to another case, which side it is on; found with the tests of other linters. */
class LintRuleSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    private List<String> rules(String code, String header = '') {
        def revisions = LintPage.write(project, header ? "$header\n\nupgrade {\n$code\n}\n" : code + '\n')
        def retort = RememberedScripts.by(Retort.configure()).url('postgresql://localhost:1/nowhere').home(project.home).build()
        retort.lint(LintRequest.USUAL.of(revisions).within(LintRequest.Scope.ALL)).findings()*.rule()
    }

    def "#rule is found in #code: #found"() {
        expect:
        rules(code).contains(rule) == found

        where:
        rule                        | found | code
        'table-repacked'            | false | "autocommit { execute 'VACUUM (FULL false) orders' }"
        'table-repacked'            | false | "autocommit { execute 'VACUUM (FULL off, ANALYZE) orders' }"
        'table-repacked'            | true  | "autocommit { execute 'VACUUM (ANALYZE, FULL) orders' }"
        'table-repacked'            | true  | "autocommit { execute 'VACUUM (FULL true) orders' }"
        'reindex-not-concurrent'    | true  | "autocommit { execute 'REINDEX (CONCURRENTLY false) TABLE orders' }"
        'reindex-not-concurrent'    | false | "autocommit { execute 'REINDEX (CONCURRENTLY) TABLE orders' }"
        'reindex-not-concurrent'    | false | "autocommit { execute 'REINDEX (VERBOSE) TABLE CONCURRENTLY orders' }"
        'detach-not-concurrent'     | false | "execute 'ALTER TABLE readings DETACH PARTITION readings_2025 FINALIZE'"
        'refresh-not-concurrent'    | true  | "execute 'REFRESH MATERIALIZED VIEW sales'"
        'refresh-not-concurrent'    | false | "execute 'REFRESH MATERIALIZED VIEW sales WITH NO DATA'"
        'refresh-not-concurrent'    | false | "execute 'REFRESH MATERIALIZED VIEW CONCURRENTLY sales'"
        'volatile-default-rewrites' | true  | "addColumn 'orders', 'a', text, default: sql('nanoid()')"
        'volatile-default-rewrites' | true  | "addColumn 'orders', 'a', text, default: sql('ids.next_one(1)')"
        'volatile-default-rewrites' | false | "addColumn 'orders', 'a', timestamp, default: sql(\"date_trunc('day', now())\")"
        'volatile-default-rewrites' | false | "addColumn 'orders', 'a', type('numeric(10, 2)'), default: sql('0::numeric(10, 2)')"
        'missing-if-exists'         | false | "execute 'CREATE SEQUENCE s'"
        'missing-if-exists'         | true  | "autocommit { execute 'DROP INDEX CONCURRENTLY ix_orders_state' }"
        'missing-if-exists'         | false | "autocommit { execute 'CREATE INDEX CONCURRENTLY i ON orders (total)' }"
        'missing-if-exists'         | false | "autocommit { execute 'CREATE TEMP TABLE t (id bigint)' }"
        'lock-held-during-work'     | true  | "addColumn 'orders', 'a', text\nexecute 'SELECT count(*) FROM customers'"
        'lock-held-during-work'     | true  | "addColumn 'orders', 'a', text\nexecute 'INSERT INTO notes SELECT id, id FROM customers'"
        'lock-held-during-work'     | false | "addColumn 'orders', 'a', text\nexecute \"SELECT setval('s', 1)\""
        'lock-held-during-work'     | true  | "addColumn 'customers', 'a', text\nalterColumn 'orders', 'payer_id', type: integer"
        'rows-read-twice'           | true  | "alterColumn 'orders', 'state', nullable: false\nalterColumn 'orders', 'total', nullable: false"
        'rows-read-twice'           | false | "execute 'ALTER TABLE orders ALTER state SET NOT NULL, ALTER total SET NOT NULL'"
        'type-change-rewrites'      | true  | "alterColumn 'orders', 'placed_at', type: timestamp(timezone: true)"
        'type-change-rewrites'      | false | "execute \"SET LOCAL TimeZone = 'UTC'\"\nalterColumn 'orders', 'placed_at', type: timestamp(timezone: true)"
        'type-change-rewrites'      | false | "execute \"SET TIME ZONE 'Etc/UTC'\"\nexecute 'ALTER TABLE orders ALTER placed_at TYPE timestamptz'"
        'type-change-rewrites'      | false | "execute 'SET timezone TO UTC'\nalterColumn 'orders', 'placed_at', type: timestamp(timezone: true)"
        'type-change-rewrites'      | true  | "execute \"SET LOCAL TimeZone = 'Europe/Berlin'\"\nalterColumn 'orders', 'placed_at', type: timestamp(timezone: true)"
        'type-change-rewrites'      | true  | "execute \"SET LOCAL TimeZone = 'UTC'\"\nalterColumn 'orders', 'placed_at', type: timestamp(timezone: true), using: \"placed_at AT TIME ZONE 'UTC'\""
        'type-change-scans'         | true  | "createIndex 'i', 'orders', ['placed_at'], concurrently: true\nexecute \"SET LOCAL TimeZone = 'UTC'\"\nalterColumn 'orders', 'placed_at', type: timestamp(timezone: true)"
        'drop-constraint'           | false | "dropConstraint 'ck_parcels_code', 'parcels', type: 'check'\ncreateCheckConstraint 'ck_parcels_code', 'parcels', 'length(code) > 2', notValid: true"
        'rename-object'             | true  | "execute 'ALTER VIEW sales RENAME TO sold'"
        'rename-object'             | true  | "execute \"ALTER TYPE mood RENAME VALUE 'sad' TO 'low'\""
        'rename-object'             | false | "renameIndex 'ix_orders_state', 'i'"
        'transaction-control'       | true  | "execute 'BEGIN; SELECT 1; COMMIT'"
        'transaction-control'       | false | "execute 'SAVEPOINT a; ROLLBACK TO a'"
        'autovacuum-off'            | true  | "execute \"ALTER TABLE orders SET (fillfactor = 70, autovacuum_enabled = 'off')\""
        'autovacuum-off'            | false | "execute 'ALTER TABLE orders SET (autovacuum_enabled = true)'"
        'rename-table'              | false | "execute 'ALTER TABLE notes RENAME TO remarks; CREATE VIEW notes AS SELECT * FROM remarks'"
        'rename-table'              | true  | "renameTable 'notes', 'remarks'\ncreateView 'old_notes', 'SELECT * FROM remarks'"
        'rename-column'             | false | "alterColumn 'orders', 'payer_id', newColumnName: 'paid_by'\naddColumn 'orders', 'payer_id', bigint, generated: 'paid_by'"
        'rename-column'             | true  | "alterColumn 'orders', 'payer_id', newColumnName: 'paid_by'\naddColumn 'notes', 'payer_id', bigint"
        'drop-column'               | false | "addColumn 'orders', 'a', text\ndropColumn 'orders', 'a'"
        'unique-on-existing-rows'   | false | "addColumn 'orders', 'a', text\ncreateIndex 'i', 'orders', ['a', 'state'], unique: true"
        'unique-on-existing-rows'   | true  | "addColumn 'orders', 'a', text, default: ''\ncreateIndex 'i', 'orders', ['a'], unique: true"
        'unique-on-existing-rows'   | true  | "addColumn 'orders', 'a', text\nexecute 'UPDATE orders SET a = state'\ncreateIndex 'i', 'orders', ['a'], unique: true"
        'no-lock-timeout'           | true  | "execute 'SET LOCAL lock_timeout = 0'\naddColumn 'orders', 'a', text"
        'no-lock-timeout'           | true  | "execute \"SET LOCAL lock_timeout TO '0s'; ALTER TABLE orders ADD a text\""
        'no-lock-timeout'           | false | "execute \"SET LOCAL lock_timeout = '10s'\"\naddColumn 'orders', 'a', text"
        'no-lock-timeout'           | false | "addColumn 'orders', 'a', text\nexecute 'SET LOCAL lock_timeout = 0'"
        'no-lock-timeout'           | false | "execute 'SET LOCAL lock_timeout = 0'\ncreateTable('lines') { column 'id', bigint, primaryKey: true }"
        'not-null-without-default'  | false | "execute 'TRUNCATE notes, orders CASCADE'\naddColumn 'orders', 'a', text, nullable: false"
        'not-null-without-default'  | false | "table('orders').delete()\naddColumn 'orders', 'a', text, nullable: false"
        'not-null-without-default'  | true  | "execute 'DELETE FROM orders WHERE id > 5'\naddColumn 'orders', 'a', text, nullable: false"
        'not-null-without-default'  | true  | "execute 'DELETE FROM orders'\nexecute 'INSERT INTO orders (id) VALUES (1)'\naddColumn 'orders', 'a', text, nullable: false"
        'not-null-without-default'  | true  | "execute 'TRUNCATE orders'\nexecute 'SELECT refill()'\naddColumn 'orders', 'a', text, nullable: false"
        'not-null-without-default'  | true  | "createTable('lines') { column 'id', bigint, primaryKey: true }\nbulkInsert 'lines', [[id: 1]]\naddColumn 'lines', 'a', text, nullable: false"
        'not-null-without-default'  | false | "createTable('lines') { column 'id', bigint, primaryKey: true }\naddColumn 'lines', 'a', text, nullable: false\nbulkInsert 'lines', [[id: 1, a: '']]"
        'set-not-null-scans'        | false | "execute 'TRUNCATE orders'\nalterColumn 'orders', 'total', nullable: false"
        'set-not-null-scans'        | true  | "execute 'DELETE FROM orders'\nalterColumn 'orders', 'total', nullable: false"
        'backfill-missing'          | false | "execute 'DELETE FROM orders'\naddColumn 'orders', 'a', text\nalterColumn 'orders', 'a', nullable: false"
        'exists-already'            | true  | "execute 'CREATE TABLE IF NOT EXISTS notes (id bigint PRIMARY KEY)'"
        'exists-already'            | true  | "addColumn 'notes', 'number', bigint, ifNotExists: true"
        'exists-already'            | false | "addColumn 'notes', 'text', text, ifNotExists: true"
        'exists-already'            | false | "execute 'CREATE TABLE IF NOT EXISTS lines (id bigint PRIMARY KEY)'"
        'unlogged-table'            | true  | "execute 'CREATE UNLOGGED TABLE lines (id bigint PRIMARY KEY)'"
        'empty-downgrade'           | true  | "upgrade {\n    execute 'ANALYZE orders'\n}\n\ndowngrade {\n}"
        'empty-downgrade'           | false | "upgrade {\n    execute 'ANALYZE orders'\n}\n\ndowngrade('Statistics are no part of the schema.') {\n}"
        'empty-revision'            | false | "execute 'BEGIN'"
        'enum-value-in-transaction' | false | "autocommit { execute \"ALTER TYPE mood ADD VALUE 'glad'\" }"
    }

    def "SQLite #takes #sql, and lint says no other"() {
        given:
        def revisions = LintPage.write(project, "execute '$sql'\n")
        def retort = RememberedScripts.by(Retort.configure()).url('jdbc:sqlite:nowhere.db').home(project.home).build()

        expect:
        retort.lint(LintRequest.USUAL.of(revisions).within(LintRequest.Scope.ALL)).findings()*.rule().contains('alter-impossible') == (takes == 'refuses')

        when:
        def connection = DriverManager.getConnection('jdbc:sqlite::memory:')
        def refused = null
        connection.createStatement().withCloseable { statement ->
            ['PRAGMA foreign_keys = ON', 'CREATE TABLE orders (id integer PRIMARY KEY, state text, total numeric)', "INSERT INTO orders VALUES (1, 'open', 5)",
             'CREATE INDEX ix_orders_state ON orders (state)'].each { statement.execute(it) }
            try {
                statement.execute(sql)
            } catch (SQLException e) {
                refused = e
            }
        }

        then:
        (refused != null) == (takes == 'refuses')

        cleanup:
        connection?.close()

        where:
        takes     | sql
        'takes'   | 'ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0)'
        'takes'   | 'ALTER TABLE orders ALTER COLUMN total SET NOT NULL'
        'takes'   | 'ALTER TABLE orders ADD COLUMN a integer REFERENCES orders (id)'
        'takes'   | 'ALTER TABLE orders DROP COLUMN total'
        'refuses' | 'ALTER TABLE orders ADD CONSTRAINT u UNIQUE (total)'
        'refuses' | 'ALTER TABLE orders ADD FOREIGN KEY (total) REFERENCES orders (id)'
        'refuses' | 'ALTER TABLE orders ALTER COLUMN total TYPE integer'
        'refuses' | 'ALTER TABLE orders ALTER COLUMN total SET DEFAULT 1'
        'refuses' | 'ALTER TABLE orders ADD COLUMN a integer DEFAULT 1 REFERENCES orders (id)'
        'refuses' | 'ALTER TABLE orders ADD COLUMN a text DEFAULT CURRENT_TIMESTAMP'
        'refuses' | 'ALTER TABLE orders ADD COLUMN a integer UNIQUE'
        'refuses' | 'ALTER TABLE orders ADD COLUMN a integer GENERATED ALWAYS AS (id) STORED'
        'refuses' | 'ALTER TABLE orders DROP COLUMN state'
    }

    def "what a cascade empties is named"() {
        given:
        def revisions = LintPage.write(project, """\
            createForeignKey 'fk_notes', 'notes', 'orders', ['number'], ['id'], notValid: true
            createTable('lines') { column 'id', bigint, primaryKey: true; column 'note', bigint; foreignKey 'note', references: 'orders.id' }
            execute 'TRUNCATE customers, orders CASCADE'
            """.stripIndent())
        def retort = RememberedScripts.by(Retort.configure()).url('postgresql://localhost:1/nowhere').home(project.home).build()

        expect:
        with(retort.lint(LintRequest.USUAL.of(revisions).within(LintRequest.Scope.ALL)).findings().find { it.rule() == 'truncate-cascade' }) {
            sentence() == 'TRUNCATE … CASCADE takes all rows of "customers", "orders", and with them those of "lines", "notes"; no downgrade brings them back.'
            locks()*.table() == ['customers', 'orders', 'notes']
        }
    }

    private List<String> places(String body) {
        project.revision('shop', [], LintPage.SHOP)
        project.script('r0.groovy', "revision 'r0'\ndownRevision 'shop'\nmessage 'Do more'\nirreversible 'an example'\nupgrade {\n$body\n}\n")
        def retort = RememberedScripts.by(Retort.configure()).url('postgresql://localhost:1/nowhere').home(project.home).build()
        retort.lint(LintRequest.USUAL.of(['r0']).within(LintRequest.Scope.ALL)).findings()
                .findAll { it.rule() in ['index-not-concurrent', 'not-null-without-default'] }
                .collect { "${it.place()} ${it.line().line()} ${it.rule()}".toString() }
    }

    def "each statement of an author's SQL has a place of its own: #where"() {
        expect:
        places(body) == found

        where:
        where               | body                                                                                                                         | found
        'a text of lines'   | "    execute \'\'\'\n        SELECT 1;\n\n        CREATE INDEX a ON orders (total); -- why\n      ALTER TABLE orders\n        ADD b text NOT NULL\n    \'\'\'" | ['migrations/r0.groovy:9:9 6 index-not-concurrent', 'migrations/r0.groovy:10:7 6 not-null-without-default']
        'without its margin' | "    execute \'\'\'\\\n        SELECT 1;\n        CREATE INDEX a ON orders (total)\n    \'\'\'.stripIndent()"                        | ['migrations/r0.groovy:8:9 6 index-not-concurrent']
        'one line'          | "    execute 'SELECT 1; CREATE INDEX a ON orders (total)'"                                                                     | ['migrations/r0.groovy:6:5 6 index-not-concurrent']
        'made by the script' | "    def more = 'total'\n    execute \"\"\"SELECT 1;\n    CREATE INDEX a ON orders (\$more)\"\"\""                                  | ['migrations/r0.groovy:7:5 7 index-not-concurrent']
        'suppressed there'  | "    execute \'\'\'\n    SELECT 1;\n    CREATE INDEX a ON orders (total)\'\'\' // nolint: index-not-concurrent, small"                 | []
        'suppressed above'  | "    // nolint: index-not-concurrent, small\n    execute \'\'\'\n    SELECT 1;\n    CREATE INDEX a ON orders (total)\'\'\'"            | []
    }

    def "a statement of a file has its place in the file, and is meant where the script asks for the file"() {
        given:
        Files.writeString(project.migrations.resolve('more.sql'), 'SELECT 1;\n\n  CREATE INDEX a\n    ON orders (total);\n')

        expect:
        places("    executeFile 'more.sql'") == ['migrations/more.sql:3:3 6 index-not-concurrent']
        places("    executeFile 'more.sql' // nolint: index-not-concurrent, small") == []
    }

    def "a limit of the configuration counts where the header has none"() {
        given:
        LintPage.write(project, "addColumn 'orders', 'note', text\n")
        def findings = { boolean none ->
            def builder = RememberedScripts.by(Retort.configure()).url('postgresql://localhost:1/nowhere').home(project.home)
            (none ? builder.ddlLockTimeout(java.time.Duration.ZERO) : builder).build()
                    .lint(LintRequest.USUAL.of(['r0']).within(LintRequest.Scope.ALL).severity('info', ['no-statement-timeout'])).findings()*.rule()
        }

        expect:
        findings(false) == ['no-statement-timeout']
        findings(true) == ['no-lock-timeout', 'no-statement-timeout']
    }
}
