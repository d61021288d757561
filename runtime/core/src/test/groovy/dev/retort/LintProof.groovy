package dev.retort

import dev.retort.LintFinding.Rows
import dev.retort.internal.dialect.Cost
import dev.retort.internal.dialect.Dialect
import dev.retort.internal.dialect.Server
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.header.StatementLimits
import dev.retort.internal.lint.FollowedStatements
import dev.retort.internal.lint.LintedStatement
import dev.retort.internal.lint.Scene
import dev.retort.internal.run.fold.ChainFold
import dev.retort.internal.schema.Schema
import dev.retort.internal.source.OperationWriter
import dev.retort.internal.task.LintTask
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import java.util.concurrent.CompletableFuture

/** Runs the statements of an example on a server, each in a transaction of its own, and looks at what each has locked and read. */
class LintProof {

    static final List<String> MODES = ['ACCESS SHARE', 'ROW SHARE', 'ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE',
                                       'EXCLUSIVE', 'ACCESS EXCLUSIVE']

    /** What a statement did, or is said to do, to a table. */
    record Toll(String table, String mode, Rows rows) {
        String toString() {
            "$mode on $table" + (rows == Rows.UNTOUCHED ? '' : ", ${rows.name().toLowerCase()}")
        }
    }

    /** One statement, with what the rules say of it and what the server shows. */
    record Compared(String statement, List<Toll> said, List<Toll> seen) {}

    private static final String TABLES = """
        SELECT c.oid::bigint AS id, c.relfilenode::bigint AS file, coalesce(p.relname, c.relname) AS name,
               pg_stat_get_xact_numscans(c.oid) AS scans
        FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
        WHERE c.relkind IN ('r', 'p', 'm') AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^retort_'"""

    private final TestDatabase database
    private final Retort retort
    private final LintTask task

    /** @param database null where only what is said is wanted */
    LintProof(Retort retort, TestDatabase database) {
        this.database = database
        this.retort = retort
        this.task = new LintTask(retort.@settings, retort.@chains.scripts(), retort.@settings.scripts().sandbox(retort.@compiler))
    }

    List<Compared> compared(List<String> revisions) {
        followed(revisions).collect { run(it) }
    }

    /** What is said of each statement. */
    List<List<Toll>> said(List<String> revisions) {
        followed(revisions).collect { strongest(tollsOf(it)) }
    }

    private List<LintedStatement> followed(List<String> revisions) {
        Schema schema = folded(Schema.EMPTY, 'shop', null)
        revisions.collectMany { id ->
            def followed = new FollowedStatements(new Scene(dialect.costs(), new Server(18, false), new OperationWriter(), new StatementLimits(null, null)), '', [] as Set)
            schema = folded(schema, id, followed)
            followed.statements()
        }
    }

    private static List<Toll> tollsOf(LintedStatement statement) {
        (statement.changes().collectMany { it.costs() } + statement.shape().map { it.costs() }.orElse([])).collect { toll(it) }
    }

    private Dialect getDialect() {
        retort.@settings.database().dialect()
    }

    private Schema folded(Schema before, String id, FollowedStatements listener) {
        def script = task.@scripts.apply(id)
        ChainFold fold = task.@fold
        def folded = listener ? fold.after(before, script, Direction.UP, listener) : fold.after(before, script, Direction.UP)
        assert folded.problems() as List == []
        folded.schema()
    }

    private Compared run(LintedStatement statement) {
        def sql = statement.sql().map { [SqlStatement.of(it)] }.orElseGet { dialect.spelling().check(statement.asked()) }
        assert !sql.empty: "the SQL of ${statement.asked()} depends on the database"
        def beside = statement.apart() && sql.any { it.sql() =~ /CONCURRENTLY/ }
        def seen = strongest(beside ? whileWriting(sql) : inTransaction(sql))
        // A partition is looked at under the name of its table.
        def expected = strongest(tollsOf(statement).collect { new Toll(it.table().replace('readings_2025', 'readings'), it.mode(), it.rows()) })
        // What is done concurrently reads rows in transactions of its own, and TRUNCATE takes a new file for no rows.
        def onlyLocks = beside || statement.sql().orElse('').startsWith('TRUNCATE')
        def unknown = expected.empty && seen.every { MODES.indexOf(it.mode()) < MODES.indexOf('SHARE') }
        new Compared(statement.sql().orElse(statement.asked().verb()), onlyLocks ? locks(expected) : expected,
                unknown ? [] : onlyLocks ? locks(seen) : seen)
    }

    private static List<Toll> locks(List<Toll> tolls) {
        tolls.collect { new Toll(it.table(), it.mode(), Rows.UNTOUCHED) }
    }

    private static Toll toll(Cost cost) {
        new Toll(cost.table().name(), cost.mode(), cost.rows())
    }

    /** One a table. */
    private static List<Toll> strongest(List<Toll> tolls) {
        tolls.groupBy { it.table() }.collect { table, all ->
            new Toll(table, all*.mode().max { MODES.indexOf(it) }, all*.rows().max())
        }.findAll { MODES.indexOf(it.mode()) >= MODES.indexOf('SHARE UPDATE EXCLUSIVE') || it.rows() == Rows.REWRITTEN }.sort { it.table() }
    }

    private List<Toll> inTransaction(List<SqlStatement> statements) {
        database.open().withCloseable { Connection connection ->
            boolean apart = statements.any { it.sql() =~ /(?i)^(VACUUM|REINDEX.*CONCURRENTLY)/ }
            if (apart) {
                statements.each { execute(connection, it) }
                return []
            }
            connection.autoCommit = false
            def before = tables(connection)
            statements.each { execute(connection, it) }
            def after = tables(connection)
            def locks = granted(connection, 'pg_backend_pid()')
            connection.commit()
            tolls(before, after, locks)
        }
    }

    private static void execute(Connection connection, SqlStatement statement) {
        connection.createStatement().withCloseable { it.execute(statement.sql()) }
    }

    private static Map<Long, Map> tables(Connection connection) {
        rows(connection, TABLES).collectEntries { [it.id, it] }
    }

    private static Map<Long, String> granted(Connection connection, String pid) {
        rows(connection, """SELECT relation::bigint AS id, mode FROM pg_locks WHERE locktype = 'relation' AND pid = $pid AND granted""")
                .groupBy { it.id }
                .collectEntries { id, all -> [id, all.collect { words(it.mode) }.max { MODES.indexOf(it) }] }
    }

    /** {@code AccessExclusiveLock} as the manual writes it. */
    private static String words(String mode) {
        mode.replaceFirst(/Lock$/, '').replaceAll(/(?<=[a-z])(?=[A-Z])/, ' ').toUpperCase()
    }

    private static List<Toll> tolls(Map<Long, Map> before, Map<Long, Map> after, Map<Long, String> locks) {
        before.findAll { locks.containsKey(it.key) }.collect { id, table ->
            def now = after[id]
            def rows = now && now.file != table.file ? Rows.REWRITTEN : now && now.scans > table.scans ? Rows.READ : Rows.UNTOUCHED
            new Toll(table.name, locks[id], rows)
        }
    }

    /** What is done concurrently waits for a transaction that writes to the table, with its own lock held. */
    private List<Toll> whileWriting(List<SqlStatement> statements) {
        def writer = database.open()
        writer.autoCommit = false
        def before = tables(writer)
        rows(writer, 'SELECT txid_current() AS id')
        before.values()*.name.unique().each { name ->
            writer.createStatement().execute("LOCK TABLE ONLY $name IN ROW EXCLUSIVE MODE".replace('ONLY sales', 'ONLY orders'))
        }
        def building = database.open()
        def pid = rows(building, 'SELECT pg_backend_pid() AS pid')[0].pid
        def build = CompletableFuture.runAsync { statements.each { execute(building, it) } }
        try {
            database.open().withCloseable { Connection looking ->
                Map<Long, String> found = [:]
                for (int look = 0; found.isEmpty() && !build.done && look < 300; look++) {
                    def waits = rows(looking, "SELECT 1 AS one FROM pg_locks WHERE pid = $pid AND NOT granted")
                    found = waits ? granted(looking, "$pid").findAll { before.containsKey(it.key) } : [:]
                }
                return found.collect { id, mode -> new Toll(before[id].name, mode, Rows.READ) }
            }
        } finally {
            writer.commit()
            writer.close()
            build.join()
            building.close()
        }
    }

    private static List<Map> rows(Connection connection, String sql) {
        connection.createStatement().withCloseable { statement ->
            def result = statement.executeQuery(sql)
            def columns = (1..result.metaData.columnCount).collect { result.metaData.getColumnLabel(it) }
            List<Map> all = []
            while (result.next()) {
                all << columns.collectEntries { [it, result.getObject(it)] }
            }
            all
        }
    }
}
