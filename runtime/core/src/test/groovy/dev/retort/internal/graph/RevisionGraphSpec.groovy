package dev.retort.internal.graph

import dev.retort.GraphException
import dev.retort.PlanSpec
import dev.retort.RetortException
import dev.retort.Revision
import dev.retort.internal.names.SortedNames
import spock.lang.Specification

import static dev.retort.internal.graph.Drawing.graph
import static dev.retort.internal.graph.Drawing.revisions
import static dev.retort.internal.graph.Drawing.set

class RevisionGraphSpec extends Specification {

    static List<String> ids(Collection<Revision> revisions) {
        revisions*.id()
    }

    def "bases, heads, branch points and merge points"() {
        given:
        def graph = graph('a -> b(x) -> m, a -> c -> m, m -> z, e1(net) -> e2, e2 needs z')

        expect:
        ids(graph.bases()) == ['a', 'e1']
        ids(graph.heads()) == ['e2', 'z']
        ids(graph.realHeads()) == ['e2']
        ids(graph.branchPoints()) == ['a']
        ids(graph.mergePoints()) == ['m']
        ids(graph.children('a')) == ['b', 'c']
        ids(graph.dependencies('e2')) == ['z']
        ids(graph.revisions()) == ['a', 'b', 'c', 'e1', 'e2', 'm', 'z']
        ids(graph.ancestors(['e2'])) == ['a', 'b', 'c', 'e1', 'e2', 'm', 'z']
        ids(graph.lineage(['e2'])) == ['e1', 'e2']
        graph.revision('b').file() == 'm/b.groovy'
        graph.contains('b')
        !graph.contains('x')
    }

    def "an empty graph has heads of no kind and nothing to do"() {
        given:
        def graph = graph('')

        expect:
        graph.heads() == [] && graph.bases() == [] && graph.oldestFirst() == []
        graph.upgrade([] as Set, 'head').steps() == []
        graph.upgrade([] as Set, 'heads').steps() == []
        graph.downgrade([] as Set, 'base').steps() == []
        graph.history(null, [] as Set) == []
        graph.isComplete([] as Set)
    }

    def "a label holds above the labelled revision and below it down to the next branch or merge point"() {
        given:
        def graph = graph('a -> b -> c -> d(left) -> e, b -> x(right), e -> m, x -> m, m -> n(top)')

        expect:
        graph.labels(id) as List == labels

        where:
        id  || labels
        'a' || []
        'b' || []
        'c' || ['left']
        'd' || ['left']
        'e' || ['left']
        'x' || ['right']
        'm' || ['left', 'right']
        'n' || ['left', 'right', 'top']
    }

    def "what is applied is what the rows stand on, dependencies included"() {
        given:
        def graph = graph(PlanSpec.EXAMPLE)

        expect:
        graph.applied(set('e2')) as List == ['a', 'b', 'c1', 'd1', 'e1', 'e2']
        graph.appliedHeads(set('e2')) as List == ['d1', 'e2']
        graph.rows(['a', 'd1', 'e2', 'c2']) as List == ['c2', 'e2']
        graph.isComplete(set('d2 e2'))
        !graph.isComplete(set('d1 d2'))
    }

    def "a row that no script has is named, with where it was looked for"() {
        when:
        graph('abcd -> abce', 'migrations, more').applied(set('abcf'))

        then:
        def e = thrown(GraphException.UnknownRow)
        e.row() == 'abcf'
        e.kind() == RetortException.Kind.SCRIPT
        e.message == 'The version table names the revision "abcf", which is not among the 2 scripts in migrations, more. ' +
                'Did you mean "abcd"? Use the release that has its script, or restore it: retort log abcf --script prints what the history keeps. Only if it is gone for good: retort stamp --purge <revision>'
    }

    def "of a row that is no id at all the beginning is told"() {
        when:
        graph('a -> b').applied(set('z' * 10000))

        then:
        def e = thrown(GraphException.UnknownRow)
        e.row().length() == 10000
        e.message.startsWith("The version table names the revision \"${'z' * 255}…\", which is not among")
    }

    def "the fault in #drawing is named"() {
        when:
        RevisionGraph.of(revisions(drawing), 'migrations')

        then:
        def e = thrown(GraphException.InvalidGraph)
        e.kind() == RetortException.Kind.SCRIPT
        e.name() == kind
        e.message == message

        where:
        drawing                        || kind                | message
        'a -> a'                       || 'Cycle'             | 'm/a.groovy: The revision "a" follows itself. Change downRevision in one of them.'
        'a needs a'                    || 'Cycle'             | 'm/a.groovy: The revision "a" depends on itself. Change dependsOn in one of them.'
        'a -> b -> c -> a'             || 'Cycle'             | 'm/a.groovy: These revisions follow each other in a cycle: "a" (m/a.groovy), "b" (m/b.groovy), "c" (m/c.groovy). Change downRevision in one of them.'
        'r -> b -> c -> b, c -> h'     || 'Cycle'             | 'm/b.groovy: These revisions follow each other in a cycle: "b" (m/b.groovy), "c" (m/c.groovy). Change downRevision in one of them.'
        'a -> b, x -> y, a needs y, x needs b' || 'Cycle'     | 'm/a.groovy: These revisions depend on each other in a cycle: "a" (m/a.groovy), "b" (m/b.groovy), "x" (m/x.groovy), "y" (m/y.groovy). Change dependsOn in one of them.'
        'a needs nope'                 || 'MissingDependency' | 'm/a.groovy: The dependency "nope" of "a" is not among the 1 script in migrations. Restore its script, or correct the header.'
        'a(x), b(x)'                   || 'DuplicateLabel'    | 'm/b.groovy: The branch label "x" of "b" is taken by "a" (m/a.groovy). Label one of them only.'
        'a(b), b'                      || 'LabelIsRevision'   | 'm/a.groovy: The branch label "b" is also a revision id (m/b.groovy). Take another label.'
    }

    def "all faults of a folder are told together"() {
        given:
        def revisions = revisions('abc1 -> b(x), c(x), d -> e -> d') + [
                new Revision('abc1', [], [], [], null, 'other/a.groovy'),
                new Revision('lost', ['abc2', 'gone'], [], ['c'], null, 'm/lost.groovy')]
        Collections.shuffle(revisions, new Random(seed))

        when:
        RevisionGraph.of(revisions)

        then:
        def e = thrown(GraphException.InvalidGraph)
        e.faults()*.name() == ['DuplicateRevision', 'MissingParent', 'MissingParent', 'Cycle', 'DuplicateLabel']
        e.problems()*.toString() == [
                'other/a.groovy: The revision "abc1" is also in m/abc1.groovy. Give one of them another id, or remove it.',
                'm/lost.groovy: The down-revision "abc2" of "lost" is not among the 7 scripts. Did you mean "abc1"?',
                'm/lost.groovy: The down-revision "gone" of "lost" is not among the 7 scripts. Restore its script, or correct the header.',
                'm/d.groovy: These revisions follow each other in a cycle: "d" (m/d.groovy), "e" (m/e.groovy). Change downRevision in one of them.',
                'm/c.groovy: The branch label "x" of "c" is taken by "b" (m/b.groovy). Label one of them only.']

        where:
        seed << (1..5)
    }

    def "sets of rows behave as sorted sets"() {
        given:
        def rows = SortedNames.copyOf(['c', 'a', 'b'])

        expect:
        rows == ['a', 'b', 'c'] as Set
        rows as List == ['a', 'b', 'c']
        rows.contains('b') && !rows.contains('x')
        rows.first() == 'a' && rows.last() == 'c'
        rows.headSet('b') as List == ['a']
        rows.tailSet('b') as List == ['b', 'c']
        rows.subSet('a', 'c') as List == ['a', 'b']
        rows.with('aa') as List == ['a', 'aa', 'b', 'c'] && rows.with('b').is(rows)
        rows.without('a') as List == ['b', 'c'] && rows.without('x').is(rows)
    }
}
