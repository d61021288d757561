package dev.retort.internal.sandbox

import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Migration
import dev.retort.internal.script.Row
import java.lang.reflect.RecordComponent

/** The scripts under {@code scripts/} and how what they do is written down. */
class GoldenScripts {

    /** What a value says that nobody asked for otherwise; it is not written down. */
    private static final List<String> USUAL = ['NOT_DEFERRABLE', 'DISABLED', 'ORIGIN']

    private static final File FOLDER = new File('src/test/resources/scripts')

    static List<File> scripts(String folder) {
        new File(FOLDER, folder).listFiles().findAll { it.name.endsWith('.groovy') }.sort { it.name }
    }

    static File beside(File script, String extension) {
        new File(script.parentFile, script.name.replaceAll(/\.groovy$/, extension))
    }

    /** What both directions of a migration ask of a PostgreSQL, one operation a line. */
    static String operations(Migration migration) {
        def lines = ['upgrade'] + recorded { migration.upgrade(it) }
        if (migration.irreversible() != null) {
            return (lines + "irreversible ${migration.irreversible()}".toString()).join('\n') + '\n'
        }
        (lines + 'downgrade' + recorded { migration.downgrade(it) }).join('\n') + '\n'
    }

    static List<String> recorded(Closure<?> run) {
        def channel = new RecordedChannel()
        run(channel)
        channel.lines.collect { '  ' + it }
    }

    static String render(Object value) {
        if (value instanceof Record) {
            def parts = value.class.recordComponents.collect { RecordComponent part -> component(value, part) }.findAll()
            return value.class.simpleName + '(' + parts.join(' ') + ')'
        } else if (value instanceof Map) {
            return '[' + value.collect { k, v -> "$k: ${render(v)}" }.join(', ') + ']'
        } else if (value instanceof Collection) {
            return '[' + value.collect { render(it) }.join(', ') + ']'
        } else if (value instanceof String) {
            return "'" + value.replace('\n', '\\n') + "'"
        }
        value instanceof Number || value == null || value instanceof Boolean || value instanceof Enum
                ? String.valueOf(value)
                : value.class.simpleName + ' ' + value
    }

    private static String component(Object owner, RecordComponent part) {
        part.accessor.accessible = true
        def value = part.accessor.invoke(owner)
        def silent = value == null || value == false && part.name != 'nullable' || value == []
        silent || value.toString() in USUAL ? null : part.name + '=' + render(value)
    }

    static class RecordedChannel implements Channel {
        final List<String> lines = []
        String dialect = 'postgresql'
        Map<String, String> arguments = [:]

        @Override
        String dialect() { dialect }

        @Override
        String argument(String name) { name == 'tenant' ? 'acme' : arguments[name] }

        boolean offline

        @Override
        boolean isOffline() { offline }

        @Override
        long apply(Operation operation) {
            lines << render(operation)
            0
        }

        @Override
        List<String> enumValues(QualifiedName enumeration) {
            lines << "values of $enumeration".toString()
            ['a', 'b']
        }

        @Override
        boolean has(CatalogQuestion question) {
            lines << question.toString()
            true
        }

        @Override
        List<Row> query(String sql, Map<String, Object> parameters) {
            lines << "query '$sql' ${render(parameters)}".toString()
            sql.contains('HAVING') ? [] : [new Row([id: 7, name: ' ada ', n: 3])]
        }

        @Override
        void beginAutocommit() { lines << 'begin autocommit' }

        @Override
        void endAutocommit() { lines << 'end autocommit' }
    }
}
