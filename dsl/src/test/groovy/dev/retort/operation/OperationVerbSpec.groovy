package dev.retort.internal.operation

import dev.retort.internal.script.Operations
import dev.retort.internal.script.TableRows
import spock.lang.Specification

/** Messages mention an operation by the verb that it is written with. */
class OperationVerbSpec extends Specification {

    def "#type.simpleName is called as its verb is, or says by which verb it is written"() {
        given:
        def verb = type.simpleName.uncapitalize()
        def saysOtherwise = type.methods.any { it.name == 'verb' && it.declaringClass == type }

        expect:
        saysOtherwise != (Operations.methods*.name.contains(verb) || TableRows.methods*.name.contains(verb))

        where:
        type << leaves(Operation)
    }

    private static List<Class<?>> leaves(Class<?> type) {
        type.sealed ? type.permittedSubclasses.collectMany { leaves(it) } : [type]
    }
}
