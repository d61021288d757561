package dev.retort.internal.source

import dev.retort.internal.operation.CheckInverse
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Row
import java.lang.reflect.RecordComponent

/** Compiles scripts, notes the operations that they ask for, and writes these down as scripts again. */
class WrittenScripts {

    static final List<String> DIALECTS = ['postgresql', 'sqlite']

    private final ScriptCompiler compiler = new ScriptCompiler()
    private final OperationWriter writer = new OperationWriter()

    List<Operation> upgrade(String name, String text, String dialect) {
        def channel = new NotingChannel(dialect)
        compiler.compile(name, text).upgrade(channel)
        channel.operations
    }

    List<Operation> downgrade(String name, String text, String dialect) {
        def channel = new NotingChannel(dialect)
        def migration = compiler.compile(name, text)
        if (migration.irreversible() == null) {
            migration.downgrade(channel)
        }
        channel.operations
    }

    /** What was written of the operations, as the upgrade of a script. */
    String script(List<Operation> operations) {
        def statements = writer.write(operations, 4)
        "revision 'w'\n\nupgrade {\n" + (statements ? statements + '\n' : '') + '}\n\ndowngrade { }\n'
    }

    /** What the script asks for that was written of these operations. */
    List<Operation> again(List<Operation> operations, String dialect) {
        upgrade('w.groovy', script(operations), dialect)
    }

    /** Values by which operations can be compared: bytes are equal where their numbers are, maps where their order is. */
    static Object plain(Object value) {
        if (value instanceof Record) {
            return [value.class.simpleName] + value.class.recordComponents.collect { RecordComponent part ->
                part.accessor.accessible = true
                [part.name, plain(part.accessor.invoke(value))]
            }
        } else if (value instanceof Map) {
            return value.collect { k, v -> [k, plain(v)] }
        } else if (value instanceof Collection) {
            return value.collect { plain(it) }
        } else if (value instanceof byte[]) {
            return ['bytes', value.toList()]
        }
        value == null || value instanceof Enum ? value : [value.class.simpleName, value]
    }

    static List<Operation> withoutChecks(List<Operation> operations) {
        operations.findAll { !(it instanceof CheckInverse) }
    }

    static class NotingChannel implements Channel {
        final List<Operation> operations = []
        final String dialect

        NotingChannel(String dialect) { this.dialect = dialect }

        @Override
        String dialect() { dialect }

        @Override
        String argument(String name) { name == 'tenant' ? 'acme' : null }

        @Override
        boolean isOffline() { false }

        @Override
        long apply(Operation operation) {
            operations << operation
            0
        }

        @Override
        List<String> enumValues(QualifiedName enumeration) { ['a', 'b'] }

        @Override
        boolean has(CatalogQuestion question) { true }

        @Override
        List<Row> query(String sql, Map<String, Object> parameters) {
            sql.contains('HAVING') ? [] : [new Row([id: 7, name: ' ada ', n: 3])]
        }

        @Override
        void beginAutocommit() { }

        @Override
        void endAutocommit() { }
    }
}
