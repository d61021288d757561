package dev.retort.internal.ddl

import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Migration
import dev.retort.internal.script.Row
import groovy.transform.CompileStatic

/** What scripts say as operations, many scripts compiled together. */
@CompileStatic
final class Recording {

    private static final int SCRIPTS_A_FILE = 40

    private final List<? extends Migration> migrations

    Recording(List<String> scripts) {
        int number = 0
        migrations = scripts.collate(SCRIPTS_A_FILE).collect { List<String> part ->
            String body = part.collect { "    if (argument('row') == '${number++}') {\n$it\n}\n" }.join('')
            new ScriptCompiler().compile('rows.groovy', "revision 'a1'\nmessage 'x'\nupgrade {\n$body}\ndowngrade { }\n")
        }
    }

    List<Operation> operations(int number, String dialect) {
        Noting channel = new Noting(number.toString(), dialect)
        migrations[number.intdiv(SCRIPTS_A_FILE) as int].upgrade(channel)
        channel.operations
    }

    private static final class Noting implements Channel {
        final List<Operation> operations = []
        private final String row
        private final String name

        Noting(String row, String name) {
            this.row = row
            this.name = name
        }

        @Override
        String dialect() { name }

        @Override
        String argument(String argument) { row }

        @Override
        boolean isOffline() { false }

        @Override
        long apply(Operation operation) {
            operations << operation
            0
        }

        @Override
        List<String> enumValues(QualifiedName enumeration) { [] }

        @Override
        boolean has(CatalogQuestion question) { false }

        @Override
        List<Row> query(String sql, Map<String, Object> parameters) { [] }

        @Override
        void beginAutocommit() { }

        @Override
        void endAutocommit() { }
    }
}
