package dev.retort.internal.ddl

import dev.retort.internal.operation.AddColumn
import dev.retort.internal.operation.AddConstraint
import dev.retort.internal.operation.CreateTable
import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.SchemaObject
import dev.retort.internal.schema.Table
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/**
 * What statements do, as {@code src/test/resources/ddl} lists it: operations as a script says them, and every other effect in
 * words.
 */
class DdlReaderSpec extends Specification {

    static final List<String> WORDS = ['uncertain: ', 'unknown', 'nothing', 'drops: ', 'renames: ', 'comments: ', 'creates: ', 'replaces: ',
                                       'row security of ', 'firing of ', 'option of ', 'search path: ']
    static final List<List> ROWS = ['postgresql', 'sqlite'].collectMany { rows(it) }
    static final List<String> SCRIPTS = ROWS.collectMany { it[2] }.findAll { isScript(it) }.collect { plain(it) }.unique()
    static final Recording RECORDING = new Recording(SCRIPTS)

    private static List<List> rows(String dialect) {
        Files.readString(Path.of("src/test/resources/ddl/${dialect}.txt")).split(/\n\n+/).toList()
                .findAll { !it.startsWith('#') }
                .collect { block ->
                    def lines = block.readLines()
                    [dialect, lines.findAll { !it.startsWith('> ') }.join('\n'), lines.findAll { it.startsWith('> ') }*.substring(2)]
                }
    }

    private static boolean isScript(String line) { WORDS.every { !line.startsWith(it) } }

    private static String plain(String line) { line - 'if it exists: ' - 'only: ' }

    def "#dialect: #sql"() {
        when:
        def effects = DdlReaders.of(dialect).read(sql)

        then:
        (effects.collect { shown(it) } ?: ['nothing']) == expected.collectMany { isScript(it) ? changes(it, dialect) : [it] }

        where:
        [dialect, sql, expected] << ROWS
    }

    def "there are many statements"() {
        expect:
        ROWS.size() > 200
    }

    /** The whole value, where it is an operation. */
    private static List changes(String line, String dialect) {
        RECORDING.operations(SCRIPTS.indexOf(plain(line)), dialect).collect { new SqlEffect.Changes(withoutDefaultNames(it), line.startsWith('if it exists: '), line.startsWith('only: ')) }
    }

    /** A script gives a name to each constraint, which the text of SQL leaves to the database. */
    private static Operation withoutDefaultNames(Operation operation) {
        switch (operation) {
            case CreateTable:
                def table = operation.table()
                return new CreateTable(new Table(table.name(), table.columns(), table.constraints().collect { plainly(it) }, table.indexes(),
                        table.comment(), table.options()), operation.ifNotExists())
            case AddColumn:
                return new AddColumn(operation.table(), operation.column(), operation.constraints().collect { plainly(it) }, operation.index(),
                        operation.ifNotExists())
            case AddConstraint: return new AddConstraint(operation.table(), plainly(operation.constraint()))
            default: return operation
        }
    }

    private static Constraint plainly(Constraint constraint) {
        constraint.name() ==~ /(pk|uq|ck|fk|ex)_t.*/ ? constraint.named(null) : constraint
    }

    private static Object shown(SqlEffect effect) {
        effect.accept(new SqlEffect.Visitor<Object>() {
            @Override
            Object changes(SqlEffect.Changes changes) { changes }

            @Override
            Object creates(SqlEffect.Creates creates) { (creates.replace() ? 'replaces: ' : 'creates: ') + words(creates.object()) }

            @Override
            Object drops(SqlEffect.Drops drops) {
                "drops: ${drops.names().join(' or ')}${drops.ifExists() ? ', ifExists' : ''}${drops.cascade() ? ', cascade' : ''}".toString()
            }

            @Override
            Object renames(SqlEffect.Renames renames) {
                "renames: ${renames.names().join(' or ')} to ${renames.newName()}${renames.ifExists() ? ', ifExists' : ''}".toString()
            }

            @Override
            Object comments(SqlEffect.Comments comments) { "comments: ${comments.names().join(' or ')}: ${comments.comment()}".toString() }

            @Override
            Object setsRowSecurity(SqlEffect.SetsRowSecurity sets) {
                "row security of ${sets.table()}${sets.forOwner() ? ' for its owner' : ''}: ${sets.on() ? 'on' : 'off'}".toString()
            }

            @Override
            Object setsFiring(SqlEffect.SetsFiring sets) {
                "firing of ${sets.trigger() ?: 'all triggers'} of ${sets.table()}: ${sets.firing()}".toString()
            }

            @Override
            Object setsOption(SqlEffect.SetsOption sets) { "option of ${sets.table()}: ${sets.option()}".toString() }

            @Override
            Object setsSearchPath(SqlEffect.SetsSearchPath sets) { "search path: ${sets.schemas().join(', ')}".toString() }

            @Override
            Object uncertain(SqlEffect.Uncertain uncertain) { "uncertain: ${uncertain.name()}".toString() }

            @Override
            Object unknown(SqlEffect.Unknown unknown) { 'unknown' }
        })
    }

    /** Of a table, what its row is about. */
    private static String words(SchemaObject object) {
        object instanceof Table
                ? "Table[name=${object.name()}, columns=[${object.columns().collect { "$it.name $it.type" }.join(', ')}], constraints=${object.constraints()}]"
                : object.toString()
    }
}
