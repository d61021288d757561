package dev.retort.internal.sandbox

import dev.retort.RetortException
import dev.retort.internal.sandbox.runtime.Allowance
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.sandbox.verify.UnitGate
import dev.retort.internal.script.Databases
import dev.retort.internal.script.MigrationScript
import dev.retort.internal.script.NamingConvention
import dev.retort.internal.script.ScriptMigration
import java.time.Duration
import org.codehaus.groovy.control.CompilationFailedException
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** Each wall by itself, against the same attacks. */
class WallsSpec extends Specification {

    @Shared
    UnitGate gate = new UnitGate(new VisibleClasses(WallsSpec.classLoader))

    /** Of the time there is next to nothing: what never ends is here to be stopped four times over. */
    private static final Budget BRIEF = new Budget(Duration.ofMillis(80), 300, 100_000, 1_000_000)

    /** For scripts that end by themselves, however busy the machine is. */
    private static final Budget AMPLE = new Budget(Duration.ofSeconds(10), 300, 100_000, 1_000_000)

    private static final WatchedRun.Entry<MigrationScript> ENTRY =
            new WatchedRun.Entry<>(ScriptKind.REVISION, 'script_x', MigrationScript)

    private static WatchedRun.ScriptSettings settings(Budget budget) {
        new WatchedRun.ScriptSettings(budget, new Allowance(budget), NamingConvention.DEFAULT, Databases.installed())
    }

    /** Annotations may run code while Groovy compiles, which is what the wall of tokens is for. */
    static List<File> scripts() {
        DeniedScriptsSpec.scripts().findAll { File script ->
            !script.text.contains('@') && !HARMLESS_ALONE.any { script.name.endsWith("_${it}.groovy") }
        }
    }

    /**
     * Refused by the wall of tokens for what they could be part of; by themselves they do nothing. The last is a constant
     * that Groovy's own compiler copies into the script, where it is a text like any other.
     */
    static final List<String> HARMLESS_ALONE = [
            'trait', 'shadow_operations', 'import_star', 'import_static_star', 'extend_closure_as_generated', 'interface_field_closed'
    ]

    /** How far a script comes when nothing but the gate is in its way. */
    private String outcome(File script, boolean statically, boolean indy, boolean verified, Budget budget = BRIEF) {
        Map<String, byte[]> classes
        try {
            classes = PlainCompiler.compile(script.text, statically, indy)
        } catch (CompilationFailedException e) {
            return 'not compiled'
        }
        def judgement = gate.judge(classes)
        if (verified && judgement.violations()) {
            return 'refused'
        }
        def channel = new GoldenScripts.RecordedChannel()
        try {
            ScriptMigration.of('x.groovy') { then -> WatchedRun.start('x.groovy', ENTRY, judgement.unit(), settings(budget), then) }
                    .upgrade(channel)
        } catch (RetortException e) {
            return e.message.contains('refers to what is closed') ? 'not linked' : 'stopped'
        } catch (RuntimeException e) {
            return 'failed'
        } catch (LinkageError e) {
            return 'not linked'
        }
        channel.lines.empty ? 'ran without effect' : 'ran'
    }

    @Timeout(300)
    def "the bytecode wall stops by itself what compiles #kind"() {
        when:
        Map<String, List<String>> outcomes = [:].withDefault { [] }
        scripts().each { script ->
            def effects = new Effects()
            def outcome = outcome(script, statically, indy, true)
            AbandonedThreads.stop()
            def left = effects.found()
            outcomes[left ? left.first() : outcome] << script.name
        }
        new File('target', "walls-${kind.replace(' ', '-')}.txt").text = outcomes.collect { k, v -> "$k: ${v.size()}" }.join('\n')

        then:
        (outcomes.keySet() - ['not compiled', 'refused', 'stopped', 'failed', 'not linked']) == [] as Set
        outcomes['refused'].size() > refused

        where:
        kind           | statically | indy  | refused
        'statically'   | true       | false | 120
        'dynamically'  | false      | false | 200
        'with indy'    | false      | true  | 200
        'mixed'        | true       | true  | 120
    }

    @Timeout(60)
    def "where the verifier is off, #name fails to link"() {
        given:
        def script = DeniedScriptsSpec.scripts().find { it.name.endsWith("_${name}.groovy") }
        def effects = new Effects()

        when:
        def outcome = outcome(script, true, false, false, AMPLE)

        then:
        effects.found() == []
        outcome == 'not linked'

        where:
        name << [
                'file_write', 'file_constructor_only', 'formatter_creates_file', 'scanner_reads_file', 'nio_write', 'file_handler',
                'url_text', 'socket', 'runtime_exec', 'process_builder', 'system_exit', 'runtime_halt', 'get_property', 'getenv',
                'set_property', 'system_out', 'thread_new', 'thread_sleep', 'timer', 'executor', 'list_to_file', 'map_value_type',
                'property_coercion', 'field_initialiser', 'static_field_initialiser', 'static_initialiser', 'constructor_body',
                'static_method_reference', 'eval', 'groovy_shell', 'groovy_class_loader', 'script_engine', 'extend_thread',
                'extend_output_stream', 'time_zone_default', 'jdbc', 'jndi', 'management', 'method_handles'
        ]
    }

    def "the walls of tokens and types tell most authors, and the bytecode wall the rest"() {
        when:
        def compiler = new ScriptCompiler(DeniedScriptsSpec.SMALL)
        Map<String, List<String>> stoppedBy = [:].withDefault { [] }
        DeniedScriptsSpec.scripts().findAll { !(it.name =~ /loop|recursion/) }.each { script ->
            try {
                compiler.compile(script.name, script.text)
                stoppedBy['run time'] << script.name
            } catch (RetortException e) {
                def tokens = TokenWall.problems(ScriptKind.REVISION, script.name, script.text)
                stoppedBy[tokens ? 'tokens' : e.cause instanceof CompilationFailedException ? 'types' : 'bytecode'] << script.name
            }
        }
        new File('target/walls.txt').text = stoppedBy.collect { k, v -> "$k: ${v.size()}" }.join('\n')

        then:
        stoppedBy.keySet() == ['tokens', 'types', 'bytecode', 'run time'] as Set
        stoppedBy['bytecode'].size() > 100
    }
}
