package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What the rules say of locks, and of rows that are read or written again, is what a server shows, of the oldest version and the newest. */
@spock.lang.Tag('database')
class LintProofSpec extends Specification {

    static final List<String> SERVERS = ['postgresql', TestDatabase.OLDEST_POSTGRESQL]

    /** Not asked of a server: what fails there, what cannot run in a transaction, and what is of no table. */
    static final List<String> WITHOUT = ['concurrently-in-transaction', 'index-on-partitioned-table', 'fails-in-chain', 'lasting-setting',
                                         'enum-value-used-at-once', 'backfill-missing', 'not-null-without-default', 'primary-key-dropped',
                                         'enum-change-rewrites', 'unknown-rule', 'drop-cascade', 'name-too-long', 'table-repacked', 'empty-revision',
                                         'drop-schema', 'drop-database', 'create-extension', 'grant-to-public', 'transaction-control']

    /** These say nothing of locks. */
    static final String TASTE = 'small-key'

    /** What changes little, and what looks alike and changes much. */
    static final List<String> OTHERS = [
            "addColumn 'orders', 'a', text, default: sql(\"to_char(now(), 'YYYY')\")",
            "addColumn 'orders', 'a', jsonb, default: sql(\"jsonb_build_object('a', 1)\")",
            "addColumn 'orders', 'a', text, default: sql('md5(random()::text)')",
            "execute \"CREATE FUNCTION new_key() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'; ALTER TABLE orders ADD COLUMN a bigint DEFAULT new_key()\"",
            "execute \"CREATE FUNCTION zero() RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT 0::bigint'; ALTER TABLE orders ADD COLUMN a bigint DEFAULT zero()\"",
            "execute 'REFRESH MATERIALIZED VIEW sales'",
            "execute 'CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch(); DROP TRIGGER t ON orders'",
            "execute 'ALTER TABLE orders SET (autovacuum_enabled = false)'",
            "addColumn 'orders', 'a', timestamp, default: sql('now()')",
            "addColumn 'orders', 'a', integer, nullable: false, default: 7",
            "addColumn 'orders', 'a', timestamp, default: sql('clock_timestamp()')",
            "addColumn 'orders', 'a', integer, check: 'a > 0'",
            "addColumn 'orders', 'a', bigint, references: 'customers.id'",
            "addColumn 'orders', 'a', integer, identity: true",
            "addColumn 'orders', 'a', integer, unique: true",
            "alterColumn 'orders', 'state', type: text",
            "alterColumn 'orders', 'state', type: varchar(20)",
            "alterColumn 'orders', 'state', type: varchar(5)",
            "alterColumn 'orders', 'state', type: text, using: 'state::text'",
            "alterColumn 'orders', 'state', type: text, using: 'upper(state)'",
            "alterColumn 'orders', 'total', type: numeric(14, 2)",
            "alterColumn 'orders', 'total', type: numeric",
            "alterColumn 'orders', 'total', type: numeric(14, 3)",
            "alterColumn 'orders', 'payer_id', type: integer",
            "alterColumn 'orders', 'placed_at', type: date",
            "alterColumn 'orders', 'state', nullable: true",
            "alterColumn 'orders', 'state', default: 'open'",
            "alterColumn 'orders', 'state', comment: 'Where it is'",
            "alterColumn 'orders', 'state', newColumnName: 'status'",
            "alterColumn 'parcels', 'code', type: varchar(50)",
            "dropColumn 'orders', 'total'",
            "createForeignKey 'fk', 'orders', 'customers', ['payer_id'], ['id']\nalterColumn 'orders', 'payer_id', type: integer",
            "createForeignKey 'fk', 'orders', 'customers', ['customer_id'], ['id']\nalterColumn 'customers', 'id', type: integer",
            "createForeignKey 'fk', 'orders', 'customers', ['customer_id'], ['id']\nalterColumn 'customers', 'name', type: integer, using: '1'",
            "createUniqueConstraint 'uq', 'parcels', ['code']\ncreateForeignKey 'fk', 'orders', 'parcels', ['state'], ['code'], notValid: true\nalterColumn 'parcels', 'code', type: varchar(50)",
            "createUniqueConstraint 'uq', 'parcels', ['code']\ncreateForeignKey 'fk', 'orders', 'parcels', ['state'], ['code'], notValid: true\nalterColumn 'parcels', 'code', type: varchar(5)",
            "createForeignKey 'fk', 'orders', 'customers', ['payer_id'], ['id']\ndropColumn 'orders', 'payer_id'",
            "createForeignKey 'fk', 'orders', 'customers', ['customer_id'], ['id']\nexecute 'ALTER TABLE customers DROP COLUMN id CASCADE'",
            "createForeignKey 'fk', 'orders', 'customers', ['customer_id'], ['id']\ndropConstraint 'fk', 'orders'",
            "dropTable 'notes'",
            "dropView 'sales', materialized: true",
            "renameIndex 'ix_orders_state', 'ix_o'",
            "execute 'CLUSTER orders USING ix_orders_state'",
            "execute 'ALTER TABLE orders ADD COLUMN a text, ALTER COLUMN state SET NOT NULL'",
            "execute 'ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID'",
            "execute 'ALTER TABLE orders ENABLE TRIGGER ALL'",
            "createTable('lines') { column 'id', bigint, primaryKey: true\ncolumn 'o', bigint\nforeignKey 'o', references: 'orders.id' }",
            "createTable('readings_2026', partitionOf: 'readings', forValues: \"FROM ('2026-01-01') TO ('2027-01-01')\") {}",
            "createTableComment 'orders', 'What was ordered'",
            "addEnumValue 'mood', 'glad'",
            "createView 'v', 'SELECT id FROM orders'"]

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup
    TestDatabase database

    private List<LintProof.Compared> compared(String server, String code) {
        database = TestDatabase.of(server)
        def revisions = LintPage.write(project, code)
        def retort = project.retort(database)
        retort.upgrade('shop')
        database.execute("INSERT INTO orders (id, state, total) SELECT n, 'open', n FROM generate_series(1, 50) AS n",
                "INSERT INTO customers SELECT n, 'c' || n, 'e' || n FROM generate_series(1, 50) AS n",
                "INSERT INTO notes SELECT n, n FROM generate_series(1, 50) AS n",
                "INSERT INTO parcels SELECT n, 'p' || n FROM generate_series(1, 50) AS n",
                "INSERT INTO readings VALUES ('2025-02-02')", "INSERT INTO readings_2027 VALUES ('2027-02-02')", 'REFRESH MATERIALIZED VIEW sales')
        new LintProof(retort, database).compared(revisions)
    }

    private static void agree(List<LintProof.Compared> compared) {
        assert compared.size() >= 1
        compared.each { assert it.said()*.toString() == it.seen()*.toString(): it.statement() }
    }

    def "on #server, #form of #page is as it is said to be"() {
        expect:
        agree(compared(server, form == 'what is bad' ? page.bad : page.better))

        where:
        [server, page, form] << [SERVERS, LintPage.all().takeWhile { it.rule != TASTE }.findAll { !it.sqlite && !(it.rule in WITHOUT) }, ['what is bad', 'what is better']]
                .combinations().findAll { it[2] == 'what is bad' || it[1].better && !(it[1].better =~ /backfill|detachPartition/) }
    }

    def "on #server, it is as it is said to be: #code"() {
        expect:
        agree(compared(server, code + '\n'))

        where:
        [server, code] << [SERVERS, OTHERS].combinations()
    }

    def "on #server, #from becomes #to without a new file in UTC alone; an index of it is built again"() {
        given:
        database = TestDatabase.of(server)
        database.execute("CREATE TABLE t (id bigint, at $from)", "INSERT INTO t SELECT n, now() FROM generate_series(1, 50) AS n", 'CREATE INDEX ix_t ON t (id)')
        def files = { database.rows("SELECT relname, relfilenode FROM pg_class WHERE relname IN ('t', 'ix_t_at') ORDER BY relname").collectEntries { it } }
        def alters = { String zone, String type ->
            def before = files()
            database.open().withCloseable { it.createStatement().execute("SET TimeZone = '$zone'; ALTER TABLE t ALTER COLUMN at TYPE $type") }
            def after = files()
            before.keySet().findAll { before[it] != after[it] }
        }

        expect:
        alters('UTC', to) == [] as Set
        alters('Europe/Berlin', from) == ['t'] as Set

        when:
        database.execute('CREATE INDEX ix_t_at ON t (at)')

        then:
        alters('Etc/UTC', to) == ['ix_t_at'] as Set

        where:
        [server, [from, to]] << [SERVERS, [['timestamp', 'timestamptz'], ['timestamptz', 'timestamp']]].combinations()
    }
}
