package dev.retort.internal.sandbox

import dev.retort.RetortException
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

class GoldenScriptsSpec extends Specification {

    @Shared
    ScriptCompiler compiler = new ScriptCompiler()

    def "#name does what its .ops says, and again when it is compiled again"() {
        expect:
        GoldenScripts.operations(compiler.compile(name, script.text)) == expected
        GoldenScripts.operations(compiler.compile(name, script.text)) == expected

        where:
        script << GoldenScripts.scripts('good')
        name = script.name
        expected = golden(script, '.ops')
    }

    def "#name is refused with what its .err says"() {
        when:
        compiler.compile(name, script.text)

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.SCRIPT
        e.message + '\n' == expected

        where:
        script << GoldenScripts.scripts('bad')
        name = script.name
        expected = golden(script, '.err')
    }

    def "no message speaks of what lies beneath the language"() {
        expect:
        GoldenScripts.scripts('bad').each { script ->
            def text = golden(script, '.err')
            assert !(text =~ /Static type|dev\.retort|java\.lang\.(?!Math)|\w#|\bGroovy\b|MetaClass|Closure/)
        }
    }

    def "eight threads share one compiler"() {
        given:
        def threads = Executors.newFixedThreadPool(8)
        def scripts = GoldenScripts.scripts('good')

        when:
        def results = threads.invokeAll((0..<8).collect { n ->
            { ->
                scripts.collect { GoldenScripts.operations(compiler.compile(it.name, it.text)) }
            } as Callable<List<String>>
        })*.get()

        then:
        results.every { it == scripts.collect { golden(it, '.ops') } }

        cleanup:
        threads.shutdownNow()
    }

    private static String golden(script, String extension) {
        def file = GoldenScripts.beside(script, extension)
        file.exists() ? file.text : 'there is no ' + file
    }
}
