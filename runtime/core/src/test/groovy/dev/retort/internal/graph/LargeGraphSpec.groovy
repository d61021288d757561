package dev.retort.internal.graph

import dev.retort.GraphException
import dev.retort.Revision
import spock.lang.Specification

/** Graphs that would overflow a stack, or take hours if planning were not near-linear. */
class LargeGraphSpec extends Specification {

    static Revision rev(String id, List<String> down) {
        new Revision(id, down, [], [], null, "m/$id")
    }

    static List<Revision> line(int length) {
        (0..<length).collect { rev("r$it", it == 0 ? [] : ["r${it - 1}".toString()]) }
    }

    /** Diamonds inside diamonds: each level opens two branches, and closes them after all inner levels. */
    static List<Revision> nested(int depth) {
        def revisions = [rev('o0', [])]
        (1..depth).each {
            revisions << rev("l$it", ["o${it - 1}".toString()]) << rev("s$it", ["o${it - 1}".toString()]) << rev("o$it", ["l$it".toString()])
        }
        def top = "o$depth".toString()
        (depth..1).each {
            revisions << rev("m$it", [top, "s$it".toString()])
            top = "m$it".toString()
        }
        revisions
    }

    static List<Revision> chained(int count) {
        def revisions = [rev('m0', [])]
        (1..count).each {
            def below = ["m${it - 1}".toString()]
            revisions << rev("a$it", below) << rev("b$it", below) << rev("m$it", ["a$it".toString(), "b$it".toString()])
        }
        revisions
    }

    static List<Revision> parallel(int branches, int length) {
        [rev('root', [])] + (0..<branches).collectMany { branch ->
            (0..<length).collect { rev("b${branch}_$it", [it == 0 ? 'root' : "b${branch}_${it - 1}".toString()]) }
        }
    }

    def "#what is planned whole, both ways"() {
        given:
        def graph = RevisionGraph.of(revisions)

        when:
        def up = graph.upgrade([] as Set, 'heads')
        def down = graph.downgrade(up.rows(), 'base')

        then:
        up.steps().size() == revisions.size()
        down.steps().size() == revisions.size()
        down.rows().isEmpty()
        graph.history(null, [] as Set).size() == revisions.size()

        where:
        what                      | revisions
        '10,000 in a line'        | line(10_000)
        '1,000 nested diamonds'   | nested(1_000)
        '1,000 diamonds in a row' | chained(1_000)
        '200 branches of 50'      | parallel(200, 50)
        '3,000 branches of one'   | parallel(3_000, 1)
        '100,000 in a line'       | line(100_000)
    }

    def "a circle of 100,000 is found"() {
        when:
        RevisionGraph.of(line(100_000).tail() + rev('r0', ['r99999']))

        then:
        def e = thrown(GraphException.InvalidGraph)
        e.faults().size() == 1
        e.faults()[0].members().size() == 100_000
    }
}
