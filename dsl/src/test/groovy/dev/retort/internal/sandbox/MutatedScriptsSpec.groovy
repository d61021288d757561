package dev.retort.internal.sandbox

import dev.retort.RetortException
import spock.lang.Shared
import spock.lang.Specification

/** Whatever an author's slip does to a script, the answer is sentences and never a bug. */
class MutatedScriptsSpec extends Specification {

    static final List<String> SLIPS = [
            '$', '\\', '"', "'", "'''", '"""', '/', '$/', '/$', '\\d', '\\u', '${', '{', '}', '(', ')', '[', ']', '@', '#', '`', '“',
            '09', '1_', '0x', '\u0000', '\uD83D', '/*', '*/', '#!', ';', ':', '->', '::', '?.', '*.', '=', '==~', '<', 'class ',
            'def ', 'if', 'switch', 'record ', 'import ', 'new ', 'as', '$1', '\\\n', 'void ', 'yield ', 'while(', 'super', 'static ']

    @Shared
    ScriptCompiler compiler = new ScriptCompiler()

    def "a slip in one of #count scripts is answered with its place"() {
        given:
        def seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)
        def scripts = GoldenScripts.scripts('good')*.text

        expect:
        count.times {
            def script = scripts[random.nextInt(scripts.size())]
            def at = random.nextInt(script.length())
            def slip = SLIPS[random.nextInt(SLIPS.size())]
            def slipped = script.substring(0, at) + slip + script.substring(random.nextBoolean() ? at : at + 1)
            assert answered(slipped): "seed $seed:\n$slipped"
        }

        where:
        count = 150
    }

    private boolean answered(String script) {
        try {
            compiler.compile('x.groovy', script)
            true
        } catch (RetortException e) {
            e.kind() == RetortException.Kind.SCRIPT && e.problems().every { it.location() != null }
        }
    }
}
