package dev.retort.cli.render

import dev.retort.RunResult
import java.time.Duration
import spock.lang.Specification

class RunTextSpec extends Specification {

    def "a step is told with its direction: #line"() {
        expect:
        RunText.step(new RunResult.Step('c', down, 'doc', direction, Duration.ZERO, 0, new TreeSet())) == line

        where:
        direction   | down       || line
        'upgrade'   | []         || 'Upgrade <base> -> c, doc'
        'upgrade'   | ['a', 'b'] || 'Upgrade a, b -> c, doc'
        'downgrade' | ['a']      || 'Downgrade c -> a, doc'
        'downgrade' | []         || 'Downgrade c -> <base>, doc'
    }

    def "nothing to do: #sentence"() {
        expect:
        RunText.nothingToDo(new RunResult(new TreeSet(rows), [], new TreeSet(rows))) == sentence

        where:
        rows       || sentence
        []         || 'Nothing to do: the database is at base.'
        ['b', 'a'] || 'Nothing to do: the database is at a, b.'
    }
}
