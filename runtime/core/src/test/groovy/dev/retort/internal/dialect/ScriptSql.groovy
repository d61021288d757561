package dev.retort.internal.dialect

import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Row
import groovy.transform.CompileStatic

/** The SQL that a dialect makes of what a script says, without a database. */
@CompileStatic
final class ScriptSql {

    private static final ScriptCompiler COMPILER = new ScriptCompiler()
    private static final Catalog NO_LOOK = new NoLook()

    static List<String> of(Dialect dialect, String body) {
        Recording channel = new Recording(dialect)
        COMPILER.compile('x.groovy', "revision 'x'\nupgrade {\n$body\n}\ndowngrade { }").upgrade(channel)
        channel.sql
    }

    private static final class Recording implements Channel {
        final List<String> sql = []
        private final Dialect dialect

        Recording(Dialect dialect) {
            this.dialect = dialect
        }

        @Override
        String dialect() { dialect.name() }

        @Override
        String argument(String name) { null }

        @Override
        boolean isOffline() { false }

        @Override
        long apply(Operation operation) {
            sql.addAll(dialect.spelling().statements(operation, NO_LOOK)*.sql())
            0
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
        List<Row> query(String sql, Map<String, Object> parameters) { [] }

        @Override
        void beginAutocommit() { }

        @Override
        void endAutocommit() { }
    }
}
