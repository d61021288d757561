package dev.retort

import dev.retort.internal.header.HeaderScanner
import dev.retort.internal.header.ScriptSource
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.Sandbox
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.sandbox.process.ScriptProcess
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.NamingConvention
import dev.retort.internal.script.Row
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every operation that the page of operations shows is the same value when a process has sent it. */
@spock.lang.Tag('world')
class OperationsInProcessSpec extends Specification {

    @Shared @AutoCleanup
    Sandbox process = new ScriptProcess(Budget.DEFAULT, NamingConvention.DEFAULT)

    @Shared
    Sandbox thread = new ScriptCompiler()

    @Shared
    Set<Class<?>> seen = []

    def "#snippet"() {
        given:
        def project = snippet.project()
        def file = project.migrations.resolve('shown.groovy')
        def source = new ScriptSource('migrations/shown.groovy', Files.readString(file))

        expect:
        asked(process, source) == asked(thread, source)

        cleanup:
        project.close()

        where:
        snippet << OperationPage.snippets()
    }

    def "no operation is left out"() {
        given: 'one that a page of SQL shows as several statements of another'
        def source = new ScriptSource('m/e.groovy', "revision 'e'\nchange { enumValues 'mood', ['b', 'a'], was: ['a', 'b'] }\n")

        expect:
        asked(process, source) == asked(thread, source)
        operations(Operation) - seen == [] as Set
    }

    private static Set<Class<?>> operations(Class<?> family) {
        family.permittedSubclasses.collectMany { it.sealed ? operations(it) : [it] } as Set
    }

    private List<Object> asked(Sandbox sandbox, ScriptSource source) {
        try {
            def migration = sandbox.compile(source, HeaderScanner.scan(source))
            return ['postgresql', 'sqlite'].collectMany { dialect ->
                asked(dialect) { migration.upgrade(it) } + asked(dialect) { migration.downgrade(it) }
            }
        } catch (RetortException e) {
            return [e.kind(), e.problems()]
        }
    }

    private List<Object> asked(String dialect, Closure<?> run) {
        def channel = new Asked(dialect)
        try {
            run(channel)
        } catch (RetortException e) {
            channel.asked << e.kind() << e.problems()
        }
        channel.asked.each { note(it) }
        channel.asked
    }

    private void note(Object asked) {
        seen << asked.getClass()
        if (asked.getClass().simpleName == 'BatchAlterTable') {
            asked.changes().each { note(it) }
        }
    }

    private static class Asked implements Channel {
        final List<Object> asked = []
        final String dialect

        Asked(String dialect) { this.dialect = dialect }

        @Override
        String dialect() { dialect }

        @Override
        String argument(String name) { null }

        @Override
        boolean isOffline() { false }

        @Override
        long apply(Operation operation) {
            asked << operation
            1
        }

        @Override
        List<Row> query(String sql, Map<String, Object> parameters) {
            asked << sql << parameters
            [new Row([id: 1, name: 'a'])]
        }

        @Override
        boolean has(CatalogQuestion question) {
            asked << question
            false
        }

        @Override
        List<String> enumValues(QualifiedName enumeration) {
            asked << enumeration
            ['a', 'b']
        }

        @Override
        void beginAutocommit() { asked << 'begin' }

        @Override
        void endAutocommit() { asked << 'end' }
    }
}
