package dev.retort.internal.graph

import dev.retort.GraphException
import dev.retort.Direction
import dev.retort.Plan
import dev.retort.Revision
import dev.retort.Step
import spock.lang.Specification

/**
 * Runners that work on one database at the same time agree in the end, whoever was first at each step. A runner does as
 * an online run does: it plans once, and at each step looks at the rows again; what another has done meanwhile is
 * passed over, and where another has left other rows, its own step is taken from there.
 */
class InterleavingPropertySpec extends Specification {

    static final int GRAPHS = 300

    def "upgrades that run at once lead to the rows that one after the other would lead to"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)

        expect:
        (1..GRAPHS).every {
            def graph = randomGraph(random)
            def start = randomRows(graph, random)
            def targets = (1..(2 + random.nextInt(2))).collect { randomIds(graph, random) }
            def plans = targets.collectMany { ids -> ids.collect { graph.upgrade(start, it) } }
            def shared = new Database(graph, start)
            interleave(plans.collect { new Runner(graph, it) }, shared, random)
            def wanted = graph.rows(graph.applied(start) + graph.ancestors(targets.flatten())*.id())
            assert shared.rows == wanted : "seed $seed, from $start to $targets, graph ${graph.revisions()}"
            assert shared.ran.toSet().size() == shared.ran.size() : "seed $seed: a revision ran twice, $shared.ran"
            true
        }
    }

    def "downgrades that run at once lead to the rows that one after the other would lead to"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)

        expect:
        (1..GRAPHS).every {
            def graph = randomGraph(random)
            def start = graph.rows(graph.revisions()*.id())
            def plans = (1..3).collect { downgrade(graph, start, randomIds(graph, random)[0]) }.findAll()
            def shared = new Database(graph, start)
            interleave(plans.collect { new Runner(graph, it) }, shared, random)
            def reverted = plans*.steps().flatten()*.revision()*.id() as Set
            assert shared.rows == graph.rows(graph.applied(start) - reverted) : "seed $seed, graph ${graph.revisions()}"
            assert shared.ran.size() == reverted.size() : "seed $seed: $shared.ran"
            true
        }
    }

    def "an upgrade beside a downgrade ends where one of both orders would, or is told that its ground is gone"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)

        expect:
        (1..GRAPHS).every {
            def graph = randomGraph(random)
            def start = randomRows(graph, random)
            def up = graph.upgrade(start, randomIds(graph, random)[0])
            def down = downgrade(graph, start, randomIds(graph, random)[0])
            def shared = new Database(graph, start)
            interleave([up, down].findAll().collect { new Runner(graph, it) }, shared, random)
            assert graph.rows(shared.rows) == shared.rows : "seed $seed: not an antichain, $shared.rows"
            assert shared.replayed() == graph.applied(shared.rows) : "seed $seed, graph ${graph.revisions()}"
            true
        }
    }

    static class Database {
        final RevisionGraph graph
        final Set<String> start
        final List<String> ran = []
        Set<String> rows

        Database(RevisionGraph graph, Set<String> start) {
            this.graph = graph
            this.start = start
            this.rows = start
        }

        /** What is applied by the revisions that ran, without asking the rows. */
        Set<String> replayed() {
            def applied = new TreeSet(graph.applied(start))
            ran.each { it.startsWith('-') ? applied.remove(it.substring(1)) : applied.add(it.substring(1)) }
            applied
        }
    }

    static class Runner {
        final RevisionGraph graph
        private Iterator<Step> steps

        Runner(RevisionGraph graph, Plan plan) {
            this.graph = graph
            this.steps = plan.steps().iterator()
        }

        boolean isDone() {
            !steps.hasNext()
        }

        /** One step in one transaction. */
        void advance(Database database) {
            def step = steps.next()
            def id = step.revision().id()
            def applied = new TreeSet(graph.applied(database.rows))
            boolean up = step.direction() == Direction.UP
            if (up && !applied.containsAll(graph.ancestors([id])*.id() - id)) {
                steps = [].iterator()
                return
            }
            up ? applied.add(id) : applied.remove(id)
            def after = graph.rows(applied)
            if (after != database.rows) {
                database.rows = after
                database.ran << (up ? '+' : '-') + id
            }
        }
    }

    private static void interleave(List<Runner> runners, Database database, Random random) {
        while (true) {
            def busy = runners.findAll { !it.done }
            if (busy.empty) {
                return
            }
            busy[random.nextInt(busy.size())].advance(database)
        }
    }

    private static Plan downgrade(RevisionGraph graph, Set<String> rows, String target) {
        try {
            return graph.downgrade(rows, target)
        } catch (GraphException ignored) {
            return null
        }
    }

    private static List<String> randomIds(RevisionGraph graph, Random random) {
        def ids = graph.revisions()*.id()
        [ids[random.nextInt(ids.size())]]
    }

    private static Set<String> randomRows(RevisionGraph graph, Random random) {
        def ids = graph.revisions()*.id().findAll { random.nextInt(3) == 0 }
        graph.rows(ids)
    }

    private static RevisionGraph randomGraph(Random random) {
        def ids = (0..<(1 + random.nextInt(14))).collect { "r$it".toString() }
        RevisionGraph.of(ids.withIndex().collect { id, i ->
            new Revision(id, pick(ids.take(i), random, [0, 1, 1, 1, 2][random.nextInt(5)]), [],
                    pick(ids.take(i), random, [0, 0, 0, 1][random.nextInt(4)]), null, "m/$id")
        })
    }

    private static List<String> pick(List<String> from, Random random, int count) {
        def copy = new ArrayList(from)
        Collections.shuffle(copy, random)
        copy.take(count)
    }
}
