package dev.retort.internal.sandbox

import java.util.concurrent.CountDownLatch
import org.apache.groovy.parser.antlr4.AstBuilder
import org.codehaus.groovy.control.CompilationFailedException
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.Phases
import org.codehaus.groovy.control.SourceUnit
import spock.lang.Specification

class ScriptParserSpec extends Specification {

    def "the parser of this Groovy remembers its predictions"() {
        given:
        def unit = new CompilationUnit(ScriptUnit.configuration(), null, null)
        def builder = new AstBuilder(SourceUnit.create('x', 'execute 1'), false, false)

        expect:
        ScriptParser.remember(builder)
        builder.@parser.interpreter.enable_global_context_dfa
        unit.configuration.pluginFactory.createParserPlugin() instanceof ScriptParser
    }

    def "a script reads as it does by the parser that forgets"() {
        expect:
        tree(text, ScriptUnit.configuration()) == tree(text, plain())

        where:
        text << ['a b c d', 'a b, c { d e }', 'a { b c: 1, d: [e] }\nf g { h i j }', 'x = a b', 'if (a) { b c } else d e', "a 'x', b: c(d) { e } f"]
    }

    def "the scripts of the language and of the sandbox read as by the parser that forgets"() {
        given:
        def files = ['scripts/good', 'sandbox/allowed', 'scripts/bad'].collectMany { new File("src/test/resources/$it").listFiles().toList() }.findAll { it.name.endsWith('.groovy') }.sort()

        expect:
        files.size() > 250
        files.every { tree(it.text, ScriptUnit.configuration()) == tree(it.text, plain()) }
    }

    def "a script that would have to wait for another one is read by the parser that forgets"() {
        given: 'another thread is in the middle of a script that takes long'
        def held = new CountDownLatch(1)
        def done = new CountDownLatch(1)
        def other = Thread.start {
            ScriptParser.@TURN.lock()
            held.countDown()
            done.await()
            ScriptParser.@TURN.unlock()
        }
        held.await()

        expect:
        tree('a b, c { d e }', ScriptUnit.configuration()) == tree('a b, c { d e }', plain())
        ScriptParser.@TURN.locked

        cleanup:
        done.countDown()
        other.join()
    }

    private static CompilerConfiguration plain() {
        def configuration = ScriptUnit.configuration()
        configuration.pluginFactory = null
        configuration
    }

    /** What is compiled of it when nothing is checked, or the words of the parser. */
    private static String tree(String text, CompilerConfiguration configuration) {
        def unit = new CompilationUnit(configuration)
        unit.addSource('x', text)
        try {
            unit.compile(Phases.CLASS_GENERATION)
            unit.classes.collect { it.name + it.bytes.encodeHex() }.join()
        } catch (CompilationFailedException e) {
            e.message
        }
    }
}
