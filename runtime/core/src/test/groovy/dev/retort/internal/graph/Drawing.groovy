package dev.retort.internal.graph

import dev.retort.Direction
import dev.retort.Plan
import dev.retort.Revision

/**
 * Graphs as specs draw them: {@code a -> b -> c1(left), b -> c2, c2 needs a}. A chain makes each revision follow the one
 * before it, parentheses give labels, {@code needs} depends.
 */
class Drawing {

    static RevisionGraph graph(String drawing, String searchedIn = '') {
        RevisionGraph.of(revisions(drawing), searchedIn)
    }

    static List<Revision> revisions(String drawing) {
        Map<String, Map<String, List<String>>> found = new LinkedHashMap<>()
        drawing.split(/[,;\n]/)*.trim().findAll().each { part ->
            def needs = part.split(/ needs /)
            String last = null
            needs[0].split('->')*.trim().each { node ->
                def name = node.replaceAll(/\(.*/, '')
                def it = found.computeIfAbsent(name) { [down: [], labels: [], deps: []] }
                (node =~ /\((.*)\)/).each { match -> it.labels.addAll(match[1].split(' ')) }
                last != null && it.down << last
                last = name
            }
            needs.length > 1 && found[last].deps.addAll(needs[1].split(' '))
        }
        found.collect { id, it -> new Revision(id, it.down, it.labels, it.deps, "message of $id", "m/${id}.groovy") }
    }

    static Set<String> set(String rows) {
        rows.split(' ').findAll() as Set
    }

    /** A plan as text: {@code +a +b = b}. */
    static String text(Plan plan) {
        def steps = plan.steps().collect { (it.direction() == Direction.UP ? '+' : '-') + it.revision().id() }
        (steps + ['='] + plan.rows()).join(' ')
    }
}
