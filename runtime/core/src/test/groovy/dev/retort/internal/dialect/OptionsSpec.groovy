package dev.retort.internal.dialect

import dev.retort.RetortException
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.BatchBuilder
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Migration
import dev.retort.internal.script.Operations
import dev.retort.internal.script.Row
import dev.retort.internal.script.SchemaOperations
import dev.retort.internal.script.TableBuilder
import dev.retort.internal.testing.TestDatabase
import groovy.transform.NamedParam
import java.sql.Connection
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import java.lang.reflect.Modifier

/** No option is ignored in silence: each is in the SQL, or refused, or listed with the reason why it says nothing. */
class OptionsSpec extends Specification {

    static final int ROWS_A_SCRIPT = 40
    static final List<OptionTable.Entry> ENTRIES = new OptionTable().entries

    @Shared @AutoCleanup TestDatabase database = TestDatabase.sqlite()
    @Shared @AutoCleanup Connection connection
    @Shared List<Migration> migrations

    def setupSpec() {
        database.execute('CREATE TABLE p (id INTEGER PRIMARY KEY)', 'CREATE TABLE n (a INTEGER, b TEXT)',
                'CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, CONSTRAINT ck_t CHECK (a > 0))', 'CREATE INDEX ix ON t (a)',
                'CREATE TABLE m (a INTEGER)', 'CREATE VIEW v_m AS SELECT a FROM m')
        connection = database.open()
        migrations = ENTRIES.collate(ROWS_A_SCRIPT).collect { part ->
            def body = part.collect { entry ->
                def plainly = [entry.postgresql, entry.sqlite].findResult { it.plainly }
                "    if (argument('row') == '$entry.number') { $entry.script }\n" + (plainly ? "    if (argument('row') == 'plain $entry.number') { $plainly }\n" : '')
            }
            new ScriptCompiler().compile('options.groovy', "revision 'a1'\nmessage 'x'\nupgrade {\n${body.join()}}\ndowngrade { }\n")
        }
    }

    def "#entry is what it is to be on #dialect: #entry.script"() {
        given:
        def outcome = entry.on(dialect)

        expect:
        if (outcome.refusal) {
            def failure = refusal { sql(entry.number.toString(), entry, dialect) }
            assert failure.message.contains(outcome.refusal)
            if (outcome.refusal =~ /(SQLite|PostgreSQL) has no/) {
                def other = dialect == 'sqlite' ? 'postgresql' : 'sqlite'
                assert failure.message.contains("onlyOn('$other') { … }")
            }
        } else if (outcome.plainly) {
            assert outcome.because
            assert sql(entry.number.toString(), entry, dialect) == sql("plain $entry.number", entry, dialect)
        } else {
            assert sql(entry.number.toString(), entry, dialect).contains(outcome.sql)
        }

        where:
        [entry, dialect] << [ENTRIES, ['postgresql', 'sqlite']].combinations()
    }

    def "every option of #verb is looked at"() {
        expect:
        options(Operations, verb) == ENTRIES.findAll { it.room == 'Operations' && it.verb == verb }*.option as SortedSet

        where:
        verb << verbs(SchemaOperations)
    }

    def "every option of #verb inside a table is looked at"() {
        expect:
        options(TableBuilder, verb) == ENTRIES.findAll { it.room == 'TableBuilder' && it.verb == verb }*.option as SortedSet

        where:
        verb << verbs(TableBuilder)
    }

    /** A batch knows its table, runs in a transaction, and may say where a column is to stand. */
    def "#verb takes the same options in a batch as outside of it"() {
        expect:
        options(BatchBuilder, verb) - ['before', 'after'] == options(Operations, verb) - ['schema', 'sourceSchema', 'concurrently']

        where:
        verb << BatchBuilder.methods.findAll { it.parameterCount > 0 && Operations.methods*.name.contains(it.name) && !(it.name in ['equals', 'wait']) }*.name.unique().sort()
    }

    private static SortedSet<String> verbs(Class<?> room) {
        room.declaredMethods.findAll { Modifier.isPublic(it.modifiers) }*.name as SortedSet
    }

    private static SortedSet<String> options(Class<?> room, String verb) {
        room.methods.findAll { it.name == verb }.collectMany { it.parameters.toList() }
                .collectMany { it.getAnnotationsByType(NamedParam).toList() }*.value() as SortedSet
    }

    private static RetortException refusal(Closure<?> work) {
        try {
            throw new AssertionError("not refused: ${work()}" as Object)
        } catch (RetortException e) {
            return e
        }
    }

    /** In one line. */
    private String sql(String row, OptionTable.Entry entry, String dialect) {
        def channel = new SqlChannel(row, dialect == 'sqlite' ? Dialects.ofUrl('sqlite:///x').dialect() : Dialects.ofUrl('postgresql://x/y').dialect(),
                connection, entry.back)
        migrations[entry.number.intdiv(ROWS_A_SCRIPT)].upgrade(channel)
        channel.statements.join('; ').replaceAll(/\s+/, ' ')
    }

    /** Notes the SQL of each operation, or of what undoes it. */
    static class SqlChannel implements Channel {
        final String row
        final Dialect target
        final Connection connection
        final boolean back
        final List<String> statements = []

        SqlChannel(String row, Dialect target, Connection connection, boolean back) {
            this.row = row
            this.target = target
            this.connection = connection
            this.back = back
        }

        @Override
        String dialect() { target.name() }

        @Override
        String argument(String name) { row }

        @Override
        boolean isOffline() { false }

        @Override
        long apply(Operation operation) {
            List<Operation> operations = back ? operation.inverse().operations() : [operation]
            assert operations : operation.inverse().reason()
            operations.each { statements.addAll(target.spelling().statements(it, target.name() == 'sqlite' ? this.&look as Catalog : new NoLook())*.sql()) }
            0
        }

        private List<Row> look(String sql, Object... parameters) {
            def statement = connection.prepareStatement(sql)
            parameters.eachWithIndex { value, i -> statement.setObject(i + 1, value) }
            def rows = statement.executeQuery()
            List<Row> answer = []
            while (rows.next()) {
                answer << new Row((1..rows.metaData.columnCount).collectEntries { [rows.metaData.getColumnLabel(it), target.execution().read(rows, it)] })
            }
            statement.close()
            answer
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
        List<Row> query(String sql, Map<String, Object> parameters) { throw new AssertionError() }

        @Override
        void beginAutocommit() { throw new AssertionError() }

        @Override
        void endAutocommit() { throw new AssertionError() }
    }
}
