package dev.retort

import dev.retort.internal.graph.Drawing
import dev.retort.internal.graph.RevisionGraph
import spock.lang.Specification

import static dev.retort.internal.graph.Drawing.graph
import static dev.retort.internal.graph.Drawing.set
import static dev.retort.internal.graph.Drawing.text

class PlanSpec extends Specification {

    /** The graph that the reference uses for its tables. */
    static final String EXAMPLE = 'a -> b -> c1(left) -> d1, b -> c2(right) -> d2, e1(net) -> e2, e2 needs d1'

    def "upgrade #target from {#rows}"() {
        expect:
        text(graph(EXAMPLE).upgrade(set(rows), target)) == plan

        where:
        rows    | target       || plan
        ''      | 'heads'      || '+a +b +c1 +d1 +e1 +e2 +c2 +d2 = d2 e2'
        ''      | 'base'       || '='
        ''      | 'b'          || '+a +b = b'
        ''      | 'left'       || '+a +b +c1 = c1'
        ''      | 'left@head'  || '+a +b +c1 +d1 = d1'
        ''      | 'left@heads' || '+a +b +c1 +d1 = d1'
        ''      | 'left@base'  || '='
        ''      | 'left@d1'    || '+a +b +c1 +d1 = d1'
        ''      | 'net@head'   || '+a +b +c1 +d1 +e1 +e2 = e2'
        ''      | 'net@+1'     || '+e1 = e1'
        ''      | 'right@+3'   || '+a +b +c2 = c2'
        'b'     | 'net@+2'     || '+c1 +d1 +e1 +e2 = e2'
        'a'     | '+1'         || '+b = b'
        'b'     | 'left@+1'    || '+c1 = c1'
        'c1'    | 'right@+1'   || '+c2 = c1 c2'
        'c1 c2' | 'left@+1'    || '+d1 = c2 d1'
        'c1 c2' | 'a+1'        || '= c1 c2'
        ''      | 'b+0'        || '+a +b = b'
        ''      | 'd1-1'       || '+a +b +c1 = c1'
        ''      | 'left@head-1' || '+a +b +c1 = c1'
        ''      | 'left@base+2' || '+a +b = b'
        ''      | 'a-1'        || '='
        'd2 e2' | 'heads'      || '= d2 e2'
        'd2 e2' | 'b'          || '= d2 e2'
        'd1 d2' | 'e2'         || '+e1 +e2 = d2 e2'
    }

    def "downgrade #target from {#rows}"() {
        expect:
        text(graph(EXAMPLE).downgrade(set(rows), target)) == plan

        where:
        rows    | target         || plan
        'd2 e2' | 'base'         || '-d2 -c2 -e2 -e1 -d1 -c1 -b -a ='
        'd2 e2' | 'b'            || '-d2 -c2 -e2 -d1 -c1 = b e1'
        'd2 e2' | 'left@b'       || '-e2 -d1 -c1 = d2 e1'
        'd2 e2' | 'right@b'      || '-d2 -c2 = e2'
        'd2 e2' | 'net@base'     || '-e2 -e1 = d1 d2'
        'd2 e2' | 'e1'           || '-e2 = d1 d2 e1'
        'd2 e2' | 'net@-1'       || '-e2 = d1 d2 e1'
        'd2 e2' | 'left@-1'      || '-e2 -d1 = c1 d2 e1'
        'd2 e2' | 'right@-1'     || '-d2 = c2 e2'
        'd2 e2' | 'd2-1'         || '-d2 = c2 e2'
        'd2 e2' | 'a+1'          || '-d2 -c2 -e2 -d1 -c1 = b e1'
        'd2 e2' | 'right@base+2' || '-d2 -c2 = e2'
        'd1'    | '-1'           || '-d1 = c1'
        'd1'    | '-4'           || '-d1 -c1 -b -a ='
        'd1'    | 'd1'           || '= d1'
        ''      | 'base'         || '='
        // Where Retort differs from Alembic on purpose:
        'd2 e2' | 'left@base'    || '-e2 -d1 -c1 = d2 e1'
        'd2 e2' | 'right@base'   || '-d2 -c2 = e2'
        'd2'    | 'left@base'    || '= d2'
        'd1'    | 'left@base'    || '-d1 -c1 -b -a ='
        'd1 d2' | 'left@head'    || '= d1 d2'
        'd2 e2' | 'left@head'    || '= d2 e2'
    }

    def "stamp #targets from {#rows}"() {
        expect:
        text(graph(EXAMPLE).stamp(set(rows), targets.split(' ') as List)) == "= $after".trim()

        where:
        rows    | targets     || after
        ''      | 'heads'     || 'd2 e2'
        'd1 d2' | 'b'         || 'b'
        'd1 d2' | 'left@base' || 'd2'
        'd1 d2' | 'base'      || ''
        'b'     | 'd1 d2'     || 'd1 d2'
        'd1'    | 'd2'        || 'd1 d2'
        'd1'    | 'd1'        || 'd1'
        'd1 e1' | 'e2'        || 'e2'
        ''      | 'e2 d1 d2'  || 'd2 e2'
        'a'     | 'left@head' || 'd1'
        'a'     | 'left'      || 'c1'
        'd1'    | 'base d2'   || 'd2'
        // Alembic forgets d1 here, which nothing reverted:
        'd2 e2' | 'e1'        || 'd1 d2 e1'
        'd2 e2' | 'net@base'  || 'd1 d2'
        // A version table with an ancestor and its descendant is mended:
        'b c1'  | 'c1'        || 'c1'
    }

    def "a stamp down from a merge leaves the branch it names"() {
        expect:
        text(graph('a -> b1 -> m, a -> b2 -> m').stamp(set('m'), ['b1'])) == '= b1'
    }

    def "a stamp that purges does not ask what the rows mean"() {
        expect:
        text(graph(EXAMPLE).stampPurging(set('gone'), ['b'])) == '= b'
        graph(EXAMPLE).stampPurging(set('gone'), ['b']).changes()*.toString() == ['RowChange[from=gone, to=b]']
    }

    def "the rows after each step: #drawing, #rows -> #target"() {
        given:
        def graph = graph(drawing)
        def plan = up ? graph.upgrade(set(rows), target) : graph.downgrade(set(rows), target)

        expect:
        plan.steps().collect { it.revision().id() + ': ' + it.rows().join(' ') } == steps
        (0..<plan.steps().size()).collect { i ->
            plan.changes(i).collect { (it.from() ?: '') + '>' + (it.to() ?: '') }.join(' ')
        } == changes

        where:
        drawing                           | rows | up    | target || steps                                            | changes
        'a -> b'                          | ''   | true  | 'b'    || ['a: a', 'b: b']                                 | ['>a', 'a>b']
        'a -> b, a -> c'                  | 'b'  | true  | 'c'    || ['c: b c']                                       | ['>c']
        'a -> b -> m, a -> c -> m'        | ''   | true  | 'm'    || ['a: a', 'c: c', 'b: b c', 'm: m']               | ['>a', 'a>c', '>b', 'b> c>m']
        'a -> b -> m, a -> c -> m'        | 'm'  | false | 'base' || ['m: b c', 'b: c', 'c: a', 'a: ']                | ['m>c >b', 'b>', 'c>a', 'a>']
        'a, x -> y needs a'               | ''   | true  | 'y'    || ['a: a', 'x: a x', 'y: y']                       | ['>a', '>x', 'a> x>y']
        'a, x -> y needs a'               | 'y'  | false | 'x'    || ['y: a x']                                       | ['y>x >a']
        // Alembic fails half-way where a revision depends on another and on its ancestor:
        'a -> b, x needs b a'             | ''   | true  | 'x'    || ['a: a', 'b: b', 'x: x']                         | ['>a', 'a>b', 'b>x']
        'a -> b -> c, c needs a'          | 'c'  | false | 'b'    || ['c: b']                                         | ['c>b']
    }

    def "merges of merges go up and come down"() {
        given:
        def graph = graph('a -> b1 -> m1, a -> b2 -> m1, m1 -> c1 -> m2, m1 -> c2 -> m2, m2 -> z')

        expect:
        text(graph.upgrade(set('b1'), 'head')) == '+b2 +m1 +c2 +c1 +m2 +z = z'
        text(graph.downgrade(set('z'), 'm1')) == '-z -m2 -c1 -c2 = m1'
        text(graph.downgrade(set('z'), 'b1')) == '-z -m2 -c1 -c2 -m1 = b1 b2'
        text(graph.downgrade(set('m1'), 'b2')) == '-m1 = b1 b2'
    }

    def "the name of a revision is never read as a relative step"() {
        given:
        def graph = graph('rel -> b(rel-1), rel -> c(rel-2024) -> d')

        expect:
        text(graph.upgrade(set(''), 'rel-2024@head')) == '+rel +c +d = d'
        text(graph.upgrade(set(''), 'rel-2024')) == '+rel +c = c'
        text(graph.upgrade(set('c'), 'rel-2024@+1')) == '+d = d'
        text(graph.downgrade(set('d'), 'rel-2024@-1')) == '-d = c'
    }

    def "on the way up the branch says where to turn, and need not hold the start"() {
        expect:
        text(graph('a(l) -> m, b -> m, b -> c').upgrade(set('b'), 'l@b+1')) == '+a +m = m'
    }

    def "a dependency on a label means the labelled revision, not its branch's head"() {
        expect:
        text(graph('a(x) -> b, z needs x').upgrade(set(''), 'z')) == '+a +z = z'
    }

    def "plans do not depend on the order in which scripts were found"() {
        given:
        def revisions = Drawing.revisions(EXAMPLE)

        expect:
        (1..50).collect { seed ->
            def shuffled = new ArrayList(revisions)
            Collections.shuffle(shuffled, new Random(seed))
            def renamed = shuffled.collect { new Revision(it.id(), it.downRevisions(), it.branchLabels(), it.dependsOn(), null, "${seed * it.hashCode()}") }
            def graph = RevisionGraph.of(renamed)
            text(graph.upgrade([] as Set, 'heads')) + graph.history(null, [] as Set)*.id() + graph.labels('b') + graph.branchPoints()*.id()
        }.toSet().size() == 1
    }
}
