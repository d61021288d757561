package dev.retort.internal.sandbox

import spock.lang.Shared
import spock.lang.Specification

/** Ordinary Groovy works behind all walls: each script asserts for itself, and says so with its last statement. */
class AllowedScriptsSpec extends Specification {

    static final File FOLDER = new File('src/test/resources/sandbox/allowed')

    @Shared
    ScriptCompiler compiler = new ScriptCompiler()

    def "#script.name runs"() {
        given:
        def channel = new GoldenScripts.RecordedChannel()

        when:
        compiler.compile(script.name, script.text).upgrade(channel)

        then:
        channel.lines.last().contains("SELECT 1")

        where:
        script << FOLDER.listFiles().findAll { it.name.endsWith('.groovy') }.sort { it.name }
    }
}
