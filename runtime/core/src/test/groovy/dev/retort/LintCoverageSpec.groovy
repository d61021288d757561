package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What the linters for PostgreSQL report between them, and what SQLite's ALTER TABLE does besides: each has a rule here. */
class LintCoverageSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    private List<String> rules(String url, String code) {
        def revisions = LintPage.write(project, code + '\n')
        def retort = RememberedScripts.by(Retort.configure()).url(url).home(project.home).build()
        def request = Retort.lintRules().findAll { !it.usual() }.inject(LintRequest.USUAL.of(revisions).within(LintRequest.Scope.ALL)) { all, rule ->
            all.severity('info', [rule.id()])
        }
        retort.lint(request).findings()*.rule()
    }

    def "on PostgreSQL, #what is found by #rule"() {
        expect:
        rules('jdbc:postgresql://localhost:1/nowhere', code).contains(rule)

        where:
        what                                 | rule                          | code
        'an index that is not concurrent'    | 'index-not-concurrent'        | "createIndex 'i', 'orders', ['total']"
        'an index dropped'                   | 'drop-index-not-concurrent'   | "dropIndex 'ix_orders_state', 'orders'"
        'concurrently in a transaction'      | 'concurrently-in-transaction' | "execute 'CREATE INDEX CONCURRENTLY i ON orders (total)'"
        'a reindex'                          | 'reindex-not-concurrent'      | "execute 'REINDEX TABLE orders'"
        'an index of a partitioned table'    | 'index-on-partitioned-table'  | "autocommit { execute 'CREATE INDEX CONCURRENTLY i ON readings (at)' }"
        'an index replaced'                  | 'index-replaced'              | "execute 'DROP INDEX ix_orders_state; CREATE INDEX i ON orders (state)'"
        'a foreign key that is compared'     | 'foreign-key-scans'           | "createForeignKey 'fk', 'orders', 'customers', ['customer_id'], ['id']"
        'several foreign keys'               | 'several-foreign-keys'        | "createForeignKey 'f', 'orders', 'customers', ['customer_id'], ['id'], notValid: true\ncreateForeignKey 'g', 'orders', 'customers', ['payer_id'], ['id'], notValid: true"
        'a check that is compared'           | 'check-scans'                 | "createCheckConstraint 'c', 'orders', 'total > 0'"
        'a constraint validated at once'     | 'validated-at-once'           | "createCheckConstraint 'c', 'orders', 'total > 0', notValid: true\nvalidateConstraint 'orders', 'c'"
        'a unique constraint'                | 'unique-builds-index'         | "createUniqueConstraint 'u', 'orders', ['total']"
        'a primary key'                      | 'primary-key-builds-index'    | "createPrimaryKey 'p', 'notes', ['id']"
        'a primary key that reads rows'      | 'primary-key-reads-rows'      | "autocommit { execute 'CREATE UNIQUE INDEX CONCURRENTLY p ON notes (number)' }\nexecute 'ALTER TABLE notes ADD PRIMARY KEY USING INDEX p'"
        'a primary key dropped'              | 'primary-key-dropped'         | "dropConstraint 'customers_pkey', 'customers', type: 'primary'"
        'an exclusion'                       | 'exclusion-scans'             | "execute 'ALTER TABLE orders ADD EXCLUDE USING gist (total WITH =)'"
        'SET NOT NULL'                       | 'set-not-null-scans'          | "alterColumn 'orders', 'total', nullable: false"
        'a column without a value'           | 'not-null-without-default'    | "addColumn 'orders', 'a', text, nullable: false"
        'a volatile default'                 | 'volatile-default-rewrites'   | "execute 'ALTER TABLE orders ADD a uuid DEFAULT gen_random_uuid()'"
        'a serial column'                    | 'numbered-column-rewrites'    | "execute 'ALTER TABLE orders ADD a bigserial'"
        'an identity'                        | 'numbered-column-rewrites'    | "addColumn 'orders', 'a', bigint, identity: true"
        'a generated column'                 | 'generated-column-rewrites'   | "execute 'ALTER TABLE orders ADD a numeric GENERATED ALWAYS AS (total) STORED'"
        'a type that rewrites'               | 'type-change-rewrites'        | "alterColumn 'orders', 'payer_id', type: integer"
        'SET UNLOGGED'                       | 'table-moved'                 | "execute 'ALTER TABLE orders SET UNLOGGED'"
        'SET ACCESS METHOD'                  | 'table-moved'                 | "execute 'ALTER TABLE orders SET ACCESS METHOD heap2'"
        'SET TABLESPACE'                     | 'table-moved'                 | "execute 'ALTER TABLE orders SET TABLESPACE fast'"
        'VACUUM FULL'                        | 'table-repacked'              | "autocommit { execute 'VACUUM FULL orders' }"
        'CLUSTER'                            | 'table-repacked'              | "execute 'CLUSTER orders USING ix_orders_state'"
        'a partition detached'               | 'detach-not-concurrent'       | "execute 'ALTER TABLE readings DETACH PARTITION readings_2025'"
        'a partition attached'               | 'attach-scans'                | "execute \"ALTER TABLE readings ATTACH PARTITION readings_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')\""
        'a materialized view refreshed'      | 'refresh-not-concurrent'      | "execute 'REFRESH MATERIALIZED VIEW sales'"
        'a trigger created'                  | 'trigger-locks'               | "execute 'CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()'"
        'a trigger disabled'                 | 'trigger-state-locks'         | "execute 'ALTER TABLE orders DISABLE TRIGGER ALL'"
        'work while a lock is held'          | 'lock-held-during-work'       | "addColumn 'orders', 'a', text\nexecute 'SELECT count(*) FROM customers'"
        'two tables locked'                  | 'several-heavy-locks'         | "addColumn 'orders', 'a', text\naddColumn 'customers', 'a', text"
        'a table altered twice'              | 'alters-not-combined'         | "addColumn 'orders', 'a', text\naddColumn 'orders', 'b', text"
        'rows read twice'                    | 'rows-read-twice'             | "alterColumn 'orders', 'state', nullable: false\nalterColumn 'orders', 'total', nullable: false"
        'no lock timeout'                    | 'no-lock-timeout'             | "execute 'SET LOCAL lock_timeout = 0'\naddColumn 'orders', 'a', text"
        'no statement timeout'               | 'no-statement-timeout'        | "addColumn 'orders', 'a', text"
        'a rule of a domain'                 | 'domain-rule'                 | "execute \"ALTER DOMAIN short_text ADD CHECK (VALUE <> '')\""
        'a domain with a check'              | 'domain-with-check'           | "execute 'CREATE DOMAIN positive AS integer CHECK (VALUE > 0)'"
        'rows and schema in one transaction' | 'data-with-schema-change'     | "addColumn 'orders', 'a', text\nexecute 'UPDATE orders SET a = state WHERE id > 5'"
        'an update of all rows'              | 'update-without-where'        | "execute 'UPDATE orders SET total = 0'"
        'a delete of all rows'               | 'update-without-where'        | "execute 'DELETE FROM orders'"
        'a unique index of rows'             | 'unique-on-existing-rows'     | "execute 'CREATE UNIQUE INDEX i ON orders (total)'"
        'TRUNCATE'                           | 'truncate'                    | "execute 'TRUNCATE orders'"
        'TRUNCATE CASCADE'                   | 'truncate-cascade'            | "execute 'TRUNCATE orders CASCADE'"
        'a view of what is dropped'          | 'fails-in-chain'              | "execute 'ALTER TABLE orders DROP COLUMN customer_id'"
        'a downgrade that is empty'          | 'empty-downgrade'             | "upgrade {\n    dropTable 'notes'\n}\n\ndowngrade {\n}"
        'a downgrade that loses data'        | 'downgrade-loses-data'        | "upgrade {\n    dropTable 'notes'\n}\n\ndowngrade {\n    createTable('notes') { column 'id', bigint }\n}"
        'an enum type'                       | 'enum-type'                   | "execute \"CREATE TYPE size AS ENUM ('s', 'm')\""
        'an enum value without a place'      | 'enum-value-without-place'    | "addEnumValue 'mood', 'glad'"
        'an enum value that is used at once' | 'enum-value-used-at-once'     | "execute \"ALTER TYPE mood ADD VALUE 'glad'\"\nexecute \"UPDATE moods SET mood = 'glad' WHERE id = 1\""
        'a foreign key without an index'     | 'foreign-key-without-index'   | "createForeignKey 'fk', 'orders', 'customers', ['customer_id'], ['id'], notValid: true"
        'a foreign key of another type'      | 'foreign-key-of-other-type'   | "execute 'ALTER TABLE orders ADD a integer REFERENCES customers (id)'"
        'a foreign key twice'                | 'foreign-key-twice'           | "createForeignKey 'f', 'orders', 'customers', ['customer_id'], ['id'], notValid: true\ncreateForeignKey 'g', 'orders', 'customers', ['customer_id'], ['id'], notValid: true"
        'a name that is cut off'             | 'name-too-long'               | "execute 'ALTER TABLE orders ADD ${'a' * 64} text'"
    }

    def "on SQLite, #what is found by #rule"() {
        expect:
        rules('jdbc:sqlite:nowhere.db', code).contains(rule)

        where:
        what                                   | rule                       | code
        'a column without a value'             | 'not-null-without-default' | "execute 'ALTER TABLE orders ADD COLUMN a text NOT NULL'"
        'a pragma that a transaction ignores'  | 'setting-without-effect'   | "execute 'PRAGMA foreign_keys = OFF'"
        'a column with an index dropped'       | 'alter-impossible'         | "execute 'ALTER TABLE orders DROP COLUMN state'"
        'a default that is no constant'        | 'alter-impossible'         | "execute 'ALTER TABLE orders ADD COLUMN a text DEFAULT CURRENT_TIMESTAMP'"
        'a generated column that is stored'    | 'alter-impossible'         | "execute 'ALTER TABLE orders ADD COLUMN a integer GENERATED ALWAYS AS (id) STORED'"
        'a table that is built again'          | 'table-rebuild'            | "alterColumn 'orders', 'total', type: integer"
        'a parent dropped with its children'   | 'fails-in-chain'           | "createTable('lines') { column 'id', integer, primaryKey: true; column 'o', bigint; foreignKey 'o', references: 'orders.id' }\nexecute 'DROP TABLE orders'"
    }
}
