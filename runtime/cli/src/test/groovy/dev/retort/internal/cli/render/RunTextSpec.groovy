package dev.retort.internal.cli.render

import dev.retort.Direction
import dev.retort.Revision
import dev.retort.Step
import spock.lang.Specification

class RunTextSpec extends Specification {

    def "a step is told with its direction: #line"() {
        expect:
        RunText.step(new Step(new Revision('c', down, [], [], message, 'c.groovy'), direction, new TreeSet())) == line

        where:
        direction      | down       | message || line
        Direction.UP   | []         | 'doc'   || 'Upgrade <base> -> c, doc'
        Direction.UP   | ['a', 'b'] | 'doc'   || 'Upgrade a, b -> c, doc'
        Direction.UP   | ['a']      | null    || 'Upgrade a -> c'
        Direction.DOWN | ['a']      | 'doc'   || 'Downgrade c -> a, doc'
        Direction.DOWN | []         | 'doc'   || 'Downgrade c -> <base>, doc'
        Direction.DOWN | []         | null    || 'Downgrade c -> <base>'
    }

    def "where that leads: #sentence"() {
        expect:
        RunText.rows(new TreeSet(rows)) == sentence

        where:
        rows       || sentence
        []         || 'The database would be at base.'
        ['b', 'a'] || 'The database would be at a, b.'
    }

    def "nothing to do: #sentence"() {
        expect:
        RunText.nothingToDo(new TreeSet(rows)) == sentence

        where:
        rows       || sentence
        []         || 'Nothing to do: the database is at base.'
        ['b', 'a'] || 'Nothing to do: the database is at a, b.'
    }
}
