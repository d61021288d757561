package dev.retort.internal.run

import static dev.retort.Direction.UP

import dev.retort.Location
import dev.retort.internal.chain.DataFiles
import dev.retort.internal.header.StatementLimits
import dev.retort.internal.operation.BulkInsert
import dev.retort.internal.operation.DropSchema
import dev.retort.internal.operation.Execute
import dev.retort.internal.operation.InsertRows
import dev.retort.internal.operation.Operation
import dev.retort.internal.operation.RowSource
import dev.retort.internal.record.ScriptRecord
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Migration
import dev.retort.internal.script.ScriptTrace
import spock.lang.Specification

class StepScriptSpec extends Specification {

    def runs = 0

    def 'a script that was looked at is not run again to be done, and once only'() {
        given:
        def script = script { channel -> ask(channel, 7, drop('a')) }
        def looked = new Noting()
        def followed = new Noting()
        def done = new Noting()

        when:
        script.look(UP, looked)
        script.follow(UP, followed)
        script.migrate(UP, done)

        then:
        runs == 1
        looked.notes == followed.notes
        followed.notes == done.notes
        done.notes == ['line 7', 'drop a']

        when:
        script.migrate(UP, done)

        then:
        runs == 2
    }

    def 'what a script does outside of a transaction is done there'() {
        given:
        def script = script { channel ->
            channel.beginAutocommit()
            ask(channel, 3, drop('a'))
            channel.endAutocommit()
            ask(channel, 5, drop('b'))
        }
        def looked = new Noting()
        def done = new Noting()

        when:
        script.look(UP, looked)
        script.migrate(UP, done)

        then:
        runs == 1
        done.notes.findAll { !it.startsWith('line') } == ['begin', 'drop a', 'end', 'drop b']
    }

    def 'a script that #goes runs again'() {
        given:
        def script = script(body)
        def done = new Noting()

        when:
        script.look(UP, new Noting())
        script.migrate(UP, done)

        then:
        runs == 2
        done.notes.contains('drop a')

        where:
        goes                       | body
        'asks for rows'            | { Channel channel -> channel.query('SELECT 1', [:]); ask(channel, 1, drop('a')) }
        'asks for a table'         | { Channel channel -> channel.has(null); ask(channel, 1, drop('a')) }
        'asks for values'          | { Channel channel -> channel.enumValues(null); ask(channel, 1, drop('a')) }
        'may go by a count'        | { Channel channel -> ask(channel, 1, new Execute('UPDATE t SET a = 1', [:])); ask(channel, 2, drop('a')) }
        'counts out very many rows' | { Channel channel -> 3.times { ask(channel, 1, new BulkInsert(new QualifiedName(null, 't'), new RowSource.Listed([[a: 1]] * 400, 1))) }; ask(channel, 2, drop('a')) }
        'inserts very many rows'   | { Channel channel -> 3.times { ask(channel, 1, new InsertRows(new QualifiedName(null, 't'), [[a: 1]] * 400)) }; ask(channel, 2, drop('a')) }
    }

    def 'a script that fails when it is looked at runs again'() {
        given:
        def script = script { channel -> ask(channel, 1, drop('a')); if (runs == 1) throw new IllegalArgumentException() }

        when:
        script.look(UP, new Noting())

        then:
        thrown(IllegalArgumentException)

        when:
        script.migrate(UP, new Noting())

        then:
        runs == 2
    }

    def 'a script that was answered #answer runs again where it is answered otherwise, and only there'() {
        given:
        def script = script { channel -> channel.argument('a'); channel.isOffline(); ask(channel, 1, drop('a')) }

        when:
        script.look(UP, new Noting())
        script.follow(UP, other)

        then:
        runs == expected

        where:
        answer          | other                                   || expected
        'the same'      | new Noting()                            || 1
        'an argument'   | new Noting(arguments: [a: 'else'])      || 2
        'none'          | new Noting(arguments: [:])              || 2
        'offline'       | new Noting(offline: true)               || 2
        'by a database' | new Noting(dialect: 'sqlite')           || 2
    }

    def 'what fails when it is done is found at its line'() {
        given:
        def script = script { channel -> ask(channel, 12, drop('a')) }
        script.look(UP, new Noting())

        when:
        script.migrate(UP, new Noting(refused: true))

        then:
        def e = thrown(IllegalStateException)
        script.locate(e) == Location.of('m/x.groovy', 12)
    }

    private StepScript script(Closure<?> body) {
        def migration = new Migration() {
            void upgrade(Channel channel) {
                runs++
                body(channel)
            }

            void downgrade(Channel channel) {}

            String irreversible() { null }
        }
        new StepScript('m/x.groovy', migration, ScriptRecord.of('x', 'x'), DataFiles.NONE, new StatementLimits(null, null))
    }

    static void ask(Channel channel, int line, operation) {
        ScriptTrace.at(Location.of('m/x.groovy', line), channel) { channel.apply(operation) }
    }

    static drop(String name) {
        new DropSchema(name, null, false, false)
    }

    static class Noting implements Channel {
        String dialect = 'postgresql'
        boolean offline
        boolean refused
        Map<String, String> arguments = [a: 'b']
        List<String> notes = []

        String dialect() { dialect }
        String argument(String name) { arguments[name] }
        boolean isOffline() { offline }
        void at(Location line) { notes << "line ${line.line()}".toString() }

        long apply(Operation operation) {
            if (refused) {
                throw new IllegalStateException('refused')
            }
            notes << (operation instanceof DropSchema ? "drop ${operation.schema()}".toString() : operation.verb())
            0
        }

        List query(String sql, Map parameters) { [] }
        boolean has(CatalogQuestion question) { true }
        List<String> enumValues(QualifiedName enumeration) { [] }
        void beginAutocommit() { notes << 'begin' }
        void endAutocommit() { notes << 'end' }
    }
}
