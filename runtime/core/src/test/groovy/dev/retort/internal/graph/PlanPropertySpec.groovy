package dev.retort.internal.graph

import dev.retort.GraphException
import dev.retort.Direction
import dev.retort.Plan
import dev.retort.Revision
import spock.lang.Specification

/** Laws that hold for every graph and every state it can be brought to. */
class PlanPropertySpec extends Specification {

    static final int GRAPHS = 300

    def "walks through random graphs keep the laws of plans"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)

        expect:
        (1..GRAPHS).every { holds(seed, random) }
    }

    private static boolean holds(long seed, Random random) {
        def revisions = randomRevisions(random)
        def graph = RevisionGraph.of(revisions)
        def shuffled = new ArrayList(revisions)
        Collections.shuffle(shuffled, random)
        def same = RevisionGraph.of(shuffled)
        Set<String> rows = [] as Set
        try {
            12.times {
                boolean up = random.nextBoolean()
                def target = randomTarget(revisions, random)
                def plan = attempt { up ? graph.upgrade(rows, target) : graph.downgrade(rows, target) }
                assert plan == attempt { up ? same.upgrade(rows, target) : same.downgrade(rows, target) }
                if (plan != null) {
                    checkSteps(graph, plan)
                    if (up) {
                        checkUndone(graph, plan)
                    }
                    rows = plan.rows()
                }
                def stamped = attempt { graph.stamp(rows, [target]) }
                assert stamped == null || isAntichain(graph, stamped.rows())
            }
        } catch (Throwable failure) {
            throw new AssertionError("seed $seed, rows $rows, graph $revisions", failure)
        }
        true
    }

    private static Plan attempt(Closure<Plan> plan) {
        try {
            return plan()
        } catch (GraphException ignored) {
            return null
        }
    }

    /** The rows are an antichain after each step, and imply just what is applied by then; nothing runs too early. */
    private static void checkSteps(RevisionGraph graph, Plan plan) {
        def applied = new TreeSet(graph.applied(plan.from()))
        plan.steps().each { step ->
            def id = step.revision().id()
            def below = graph.ancestors([id])*.id() - id
            if (step.direction() == Direction.UP) {
                assert applied.containsAll(below)
                assert applied.add(id)
            } else {
                assert applied.remove(id)
                assert applied.every { !graph.ancestors([it])*.id().contains(id) }
            }
            assert isAntichain(graph, step.rows())
            assert graph.applied(step.rows()) == applied
        }
        def replayed = new TreeSet(plan.from())
        (0..<plan.steps().size()).each { i ->
            plan.changes(i).each { change ->
                assert change.from() == null || replayed.remove(change.from())
                assert change.to() == null || replayed.add(change.to())
            }
            assert replayed == plan.steps()[i].rows()
        }
    }

    private static boolean isAntichain(RevisionGraph graph, Set<String> rows) {
        graph.rows(rows) == rows
    }

    /** The same steps backwards leave, each, the rows that were there before it. */
    private static void checkUndone(RevisionGraph graph, Plan plan) {
        def ids = graph.revisions()*.id()
        def applied = new BitSet()
        graph.applied(plan.rows()).each { applied.set(ids.indexOf(it)) }
        def backwards = plan.steps().reverse().collect { ids.indexOf(it.revision().id()) } as int[]
        def undone = new AppliedRevisions(graph.@nodes, applied).plan(plan.rows(), backwards, Direction.DOWN)
        def before = ([plan.from()] + plan.steps()*.rows()).dropRight(1).reverse()
        assert undone.steps()*.rows() == (plan.steps().empty ? [] : before)
        assert undone.rows() == plan.from()
    }

    private static List<Revision> randomRevisions(Random random) {
        def ids = (0..<(1 + random.nextInt(14))).collect { "${(char) (97 + random.nextInt(26))}$it".toString() }
        ids.withIndex().collect { id, i ->
            def before = ids.take(i)
            def parents = pick(before, random, random.nextInt(10) < 1 ? 0 : random.nextInt(10) < 8 ? 1 : 2)
            def needs = pick(before, random, random.nextInt(10) < 8 ? 0 : 1 + random.nextInt(2))
            new Revision(id, parents, random.nextInt(5) == 0 ? ["label$i".toString()] : [], needs, null, "m/$id")
        }
    }

    private static List<String> pick(List<String> from, Random random, int count) {
        def copy = new ArrayList(from)
        Collections.shuffle(copy, random)
        copy.take(count)
    }

    private static String randomTarget(List<Revision> revisions, Random random) {
        def revision = revisions[random.nextInt(revisions.size())]
        def names = [revision.id(), 'heads', 'base', 'head', "${revision.id()}@head", "${revision.id()}@base",
                     '+1', '-1', '+2', "${revision.id()}@+1", "${revision.id()}@-1", "${revision.id()}+1", "${revision.id()}-1"]
        names[random.nextInt(names.size())].toString()
    }
}
