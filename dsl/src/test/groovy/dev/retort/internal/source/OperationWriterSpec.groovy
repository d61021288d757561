package dev.retort.internal.source

import dev.retort.internal.operation.CheckInverse
import dev.retort.internal.operation.Operation
import spock.lang.Shared
import spock.lang.Specification

/** How each operation is written. */
class OperationWriterSpec extends Specification {

    private static final File GOLDEN = new File('src/test/resources/source/every-operation.groovy')

    @Shared
    WrittenScripts scripts = new WrittenScripts()

    def "what is written of every operation is the golden script itself"() {
        given:
        def text = GOLDEN.text
        def written = scripts.script(scripts.upgrade('w.groovy', text, 'postgresql'))
        if (Boolean.getBoolean('retort.golden')) {
            GOLDEN.text = written
        }

        expect:
        written == GOLDEN.text
        written.readLines().every { it.length() <= 120 }
    }

    def "the golden script has every operation that a script can say"() {
        given:
        def said = scripts.upgrade('w.groovy', GOLDEN.text, 'postgresql')*.class as Set

        expect:
        leaves(Operation) - said == [CheckInverse]
    }

    private static List<Class<?>> leaves(Class<?> type) {
        type.sealed ? type.permittedSubclasses.collectMany { leaves(it) } : [type]
    }
}
