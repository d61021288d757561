package dev.retort.internal.picture

import spock.lang.Specification

import static dev.retort.internal.picture.Drawings.revision
import static dev.retort.internal.picture.Drawings.view

class RevisionLanesSpec extends Specification {

    def "#what: each is in a row of its own, and no line goes through a revision"() {
        when:
        def lanes = new RevisionLanes(below.collect { id, ends -> revision(view(id, ends)) })

        then:
        lanes.nodes()*.column() == columns
        lanes.nodes()*.row() == (0..<below.size()).toList()
        lanes.lines().size() == below.values().flatten().size()
        lanes.columns() == columns.max() + 1
        lanes.lines().every { line ->
            lanes.nodes().findAll { it.row() > lanes.node(line.from()).row() && it.row() < lanes.node(line.to()).row() }
                    .every { it.column() != line.column() }
        }

        where:
        what                 | below                                                             || columns
        'a chain'            | [c: ['b'], b: ['a'], a: []]                                       || [0, 0, 0]
        'a branch'           | [c: ['a'], b: ['a'], a: []]                                       || [0, 1, 0]
        'a merge'            | [d: ['b', 'c'], c: ['a'], b: ['a'], a: []]                        || [0, 1, 0, 0]
        'two bases'          | [b: [], a: []]                                                    || [0, 0]
        'a merge of a merge' | [e: ['d', 'c'], d: ['b', 'c'], c: ['a'], b: ['a'], a: []]         || [0, 0, 1, 0, 0]
    }

    def "a line to what is not in the picture is left out"() {
        expect:
        new RevisionLanes([revision(view('b', ['gone']))]).lines().empty
    }

    def "what a revision depends on is a line of its own kind"() {
        expect:
        new RevisionLanes([revision(view('b', [], '', ['a'])), revision(view('a'))]).lines()*.dependency() == [true]
    }
}
