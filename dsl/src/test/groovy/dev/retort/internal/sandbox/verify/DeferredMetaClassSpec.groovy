package dev.retort.internal.sandbox.verify

import spock.lang.Specification

class DeferredMetaClassSpec extends Specification {

    private static Class<?> compiled(String text) {
        new GroovyClassLoader().parseClass(text)
    }

    def "a class is called by name as without it"() {
        given:
        def type = compiled('class A { String name\n int twice(int n) { n * 2 }\n def fails() { throw new IOException("no") } }')
        DeferredMetaClass.of(type)

        when:
        def object = type.getDeclaredConstructor().newInstance()
        object.name = 'x'

        then:
        object.name == 'x'
        object.twice(4) == 8
        object.metaClass.respondsTo(object, 'twice').size() == 1

        when:
        object.fails()

        then:
        def e = thrown(IOException)
        e.message == 'no'
    }

    def "a closure is called with #arguments"() {
        given:
        def owner = compiled('class B { def closure() { { a = 1, b = 2 -> a + b } } }')
        def type = owner.classLoader.loadClass('B$_closure_closure1')
        DeferredMetaClass.of(type)
        def closure = owner.getDeclaredConstructor().newInstance().closure()

        expect:
        closure.getClass() == type
        closure.call(*arguments) == sum
        (closure.clone() as Closure).call(*arguments) == sum
        closure.maximumNumberOfParameters == 2

        where:
        arguments || sum
        []        || 3
        [5]       || 7
        [5, 6]    || 11
    }

    def "what has no meta class of Groovy's is left alone: #type"() {
        when:
        DeferredMetaClass.of(type)

        then:
        noExceptionThrown()

        where:
        type << [String, Runnable, GroovyObject]
    }
}
