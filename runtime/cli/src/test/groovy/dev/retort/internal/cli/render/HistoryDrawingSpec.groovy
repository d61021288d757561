package dev.retort.internal.cli.render

import dev.retort.internal.cli.render.HistoryDrawing.Node
import dev.retort.internal.cli.render.Strokes.Mark
import dev.retort.internal.graph.Drawing
import dev.retort.internal.graph.RevisionGraph
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The files hold the graph, what is applied, and the drawing with lines and without. */
class HistoryDrawingSpec extends Specification {

    static final Path FILES = Path.of(HistoryDrawingSpec.getResource('history').toURI())

    def "a drawing of #name"() {
        given:
        def parts = Files.readString(FILES.resolve("${name}.txt")).split('----\n', -1)
        def graph = Drawing.graph(parts[0].readLines().takeWhile { !it.startsWith('at ') }.join('\n'))
        def at = parts[0].readLines().findAll { it.startsWith('at ') }.collect { it.substring(3) }

        expect:
        HistoryDrawing.of(nodes(graph, at), Strokes.LINES) == parts[1]
        HistoryDrawing.of(nodes(graph, at), Strokes.ASCII) == parts[2]

        where:
        name << ['line', 'diamond', 'nested_diamonds', 'two_roots', 'three_way_merge', 'dependency', 'crossing',
                 'merges_of_merges', 'fifty_branches', 'fifty_branches_merged']
    }

    def "the order in which revisions are found does not matter"() {
        given:
        def revisions = Drawing.revisions('a -> b -> c -> f, a -> d -> f, a -> e, b -> g -> f')

        expect:
        (1..20).every { seed ->
            def shuffled = new ArrayList(revisions)
            Collections.shuffle(shuffled, new Random(seed))
            HistoryDrawing.of(nodes(RevisionGraph.of(shuffled), []), Strokes.LINES) ==
                    HistoryDrawing.of(nodes(RevisionGraph.of(revisions), []), Strokes.LINES)
        }
    }

    def "what is left out below is an open line"() {
        expect:
        HistoryDrawing.of([node('c', ['b']), node('b', ['a'])], Strokes.LINES) == '● c\n● b\n┊\n'
        HistoryDrawing.of([node('d', ['b']), node('c', ['b']), node('b', ['a', 'z'])], Strokes.ASCII) ==
                '*   d\n| * c\n+-\'\n*   b\n:\n'
        HistoryDrawing.of([node('b', ['a']), node('z', ['y'])], Strokes.LINES) == '● b\n┊\n\n● z\n┊\n'
    }

    def "a text of several lines stands beside the lines that go on"() {
        expect:
        HistoryDrawing.of([node('c', ['a', 'b'], 'one\ntwo\nthree'), node('b', ['a'], 'b\nb'), node('a', [], 'a')], Strokes.LINES) == '''\
            ●   one
            ├─╮ two
            │ │ three
            │ ● b
            ├─╯ b
            ●   a
            '''.stripIndent()
    }

    def "nothing is drawn of nothing"() {
        expect:
        HistoryDrawing.of([], Strokes.LINES) == ''
    }

    /** Read back, each line of a drawing leads from a revision to those it follows, and nowhere else. */
    def "every random graph can be read back from its drawing"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)

        expect:
        (1..300).every {
            def graph = randomGraph(random)
            def drawing = HistoryDrawing.of(nodes(graph, []), Strokes.LINES)
            def read = DrawingReader.read(drawing)
            def drawn = graph.revisions().collectEntries { [it.id(), it.downRevisions() as Set] }
            assert read == drawn : "seed $seed\n$drawing"
            true
        }
    }

    private static RevisionGraph randomGraph(Random random) {
        int count = 1 + random.nextInt(20)
        def revisions = (0..<count).collect { i ->
            def before = (0..<i).collect { "r$it".toString() }
            Collections.shuffle(before, random)
            def parents = before.take([0, 1, 1, 1, 1, 2, 2, 3][random.nextInt(8)])
            new dev.retort.Revision("r$i", parents, [], [], null, "m/r$i")
        }
        RevisionGraph.of(revisions)
    }

    private static List<Node> nodes(RevisionGraph graph, List<String> at) {
        def rows = at.collectMany { it.split(' ') as List }.findAll() as Set
        def applied = graph.applied(rows)
        graph.history(null, [] as Set).collect {
            def mark = at.empty ? Mark.UNKNOWN : it.id() in rows ? Mark.CURRENT : it.id() in applied ? Mark.APPLIED : Mark.PENDING
            def needs = it.dependsOn() ? " (needs ${it.dependsOn().join(', ')})" : ''
            def labels = it.branchLabels() ? " (${it.branchLabels().join(', ')})" : ''
            new Node(it.id(), it.downRevisions(), mark, "${it.id()}$labels$needs")
        }
    }

    private static Node node(String id, List<String> parents, String text = id) {
        new Node(id, parents, Mark.UNKNOWN, text)
    }
}
