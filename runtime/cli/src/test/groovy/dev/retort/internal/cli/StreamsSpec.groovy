package dev.retort.internal.cli

import spock.lang.Requires

/** Standard streams that are closed, full, or read by somebody who has seen enough. */
@Requires({ os.linux })
@spock.lang.Tag('world')
class StreamsSpec extends WorldSpec {

    def setup() {
        on('sqlite')
        (1..30).each { project.table("r$it" as String, it == 1 ? [] : ["r${it - 1}" as String], "description '${'x' * 4000}'") }
    }

    def "a reader who has seen enough is no failure"() {
        when:
        def outcome = shell('{ "$@"; echo $? >&2; } | head -1', 'history -v')

        then: 'far more was to be printed than a pipe holds'
        outcome.out.readLines().size() == 1
        outcome.err == '0\n'

        and: 'a command that fails keeps its code'
        shell('{ "$@"; echo $? >&2; } | true', 'current --no-such-option').err.readLines().last() == '2'
    }

    def "output that cannot be written is a failure: #command to #stream"() {
        when:
        def outcome = shell("exec \"\$@\" $stream", command)

        then:
        told(outcome, 1, 'error: The standard output cannot be written to. Is its disk full, or is it closed? The command itself came to its end')
        outcome.out == ''

        where:
        command          | stream
        'history'        | '>/dev/full'
        'current --json' | '>&-'
        '--help'         | '>/dev/full'
    }

    def "what was to be done is done, whatever becomes of the streams: #streams"() {
        when:
        def outcome = shell("exec \"\$@\" $streams", 'upgrade head --json')

        then:
        outcome.exit in codes
        !(outcome.out + outcome.err).contains('\tat ')
        versionRows() == ['r30']
        database.rows("SELECT count(*) FROM retort_history WHERE outcome = 'done'") == [[30]]

        where:
        streams                  || codes
        '2>&-'                   || [0]
        '2>/dev/full'            || [0]
        '>/dev/full 2>/dev/full' || [1]
        // Some JVMs open something to write to before the program begins, and that takes the number.
        '>&- 2>&- <&-'           || [0, 1]
    }

    def "the launcher sees to it that no stream is closed: #streams"() {
        given:
        def launcher = new Launcher()

        when:
        def outcome = shell("exec $launcher.script history $streams", 'history')

        then:
        outcome.exit == code
        outcome.out == ''
        streams.contains('2>&-') || outcome.err.contains('error: The standard output cannot be written to.')

        cleanup:
        launcher?.close()

        where:
        streams        || code
        '>&-'          || 1
        '>&- 2>&- <&-' || 1
    }

    def "a failure keeps its code where nobody can be told"() {
        expect:
        shell('exec "$@" >/dev/full 2>/dev/full', 'upgrade nowhere --json').exit == 3
    }
}
