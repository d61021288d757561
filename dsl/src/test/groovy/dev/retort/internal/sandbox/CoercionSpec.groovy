package dev.retort.internal.sandbox

import java.lang.management.ManagementFactory
import spock.lang.Specification

/** What a closure costs that becomes an interface of the script. */
class CoercionSpec extends Specification {

    def "closures that become the same interface share one class"() {
        given:
        def migration = new ScriptCompiler().compile('x.groovy', """revision 'x'
            interface Twice { int of(int n) }
            interface Once { int of(int n) }
            upgrade {
                int sum = 0
                5_000.times { int i ->
                    Twice twice = { int n -> n * 2 } as Twice
                    Once once = { int n -> n } as Once
                    sum += twice.of(i) - once.of(i)
                }
                execute "sum is \$sum"
            }
            downgrade { }""")
        def channel = new GoldenScripts.RecordedChannel()
        def classes = ManagementFactory.classLoadingMXBean

        when:
        migration.upgrade(channel)
        long before = classes.totalLoadedClassCount
        migration.upgrade(channel)

        then:
        channel.lines.every { it.contains('sum is 12497500') }
        classes.totalLoadedClassCount - before < 100
    }
}
