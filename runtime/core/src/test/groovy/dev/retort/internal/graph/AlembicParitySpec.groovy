package dev.retort.internal.graph

import dev.retort.GraphException
import dev.retort.Plan
import dev.retort.Revision
import spock.lang.Specification

/**
 * What Alembic 1.20.0 does with random graphs, states and targets, measured once and written down in
 * {@code alembic-facts.txt}; only where Retort differs on purpose were cases left out.
 */
class AlembicParitySpec extends Specification {

    def "plans, rows and histories are Alembic's"() {
        given:
        RevisionGraph graph = null
        def drawn = ''
        def different = []
        int checked = 0

        when:
        getClass().getResourceAsStream('alembic-facts.txt').eachLine('UTF-8') { line ->
            if (line.startsWith('graph ')) {
                drawn = line
                graph = read(line.substring('graph '.length()))
            } else if (!line.startsWith('#')) {
                def (rows, command, target, expected) = line.split('\t', -1).toList()
                def actual = answer(graph, list(rows) as Set, command, target)
                if (actual != expected) {
                    different << "$drawn\n  $line\n  but $actual"
                }
                checked++
            }
        }

        then:
        different.join('\n') == ''
        checked > 2_000
    }

    private static List<String> list(String names) {
        names.split(',').findAll() as List
    }

    private static RevisionGraph read(String line) {
        RevisionGraph.of(line.split(/\|/).collect {
            def (id, downs, labels, needs) = it.split(';', -1).toList()
            new Revision(id, list(downs), list(labels), list(needs), null, "m/$id")
        })
    }

    private static String answer(RevisionGraph graph, Set<String> rows, String command, String target) {
        try {
            switch (command) {
                case 'history': return graph.history(target, rows)*.id().join(',')
                case 'resolve': return graph.resolve(target, rows)*.id().join(',')
                case 'stamp': return '=' + graph.stamp(rows, [target]).rows().join(',')
                case 'upgrade': return text(graph.upgrade(rows, target))
                case 'downgrade': return text(graph.downgrade(rows, target))
            }
        } catch (GraphException ignored) {
            return 'error'
        }
    }

    private static String text(Plan plan) {
        plan.steps()*.revision()*.id().join(',') + '=' + plan.rows().join(',')
    }
}
