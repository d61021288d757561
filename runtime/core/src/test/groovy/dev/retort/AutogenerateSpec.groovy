package dev.retort

import dev.retort.internal.testing.FoldedChain
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification
import spock.lang.Tag

/** What is written from a difference leads to the model, and back; a second comparison finds nothing. */
@Tag('database')
class AutogenerateSpec extends Specification {

    def "on #kind, the schemas of the chain #folder.parent.fileName are reached by written revisions, one after the other, and left again"() {
        given: 'each schema of the chain as a model, the first one again after the last'
        TestDatabase database = kind == 'sqlite' ? TestDatabase.sqlite() : TestDatabase.postgresql()
        Project project = new Project()
        Retort retort = project.retort(database)
        Retort modelled = database.lentTo(RememberedScripts.by(Retort.configure())).migrations(folder).home(FoldedChain.ROOT).build()
        List<String> ids = modelled.chains.scripts().graph().oldestFirst()*.id()
        List<SchemaSnapshot> models = (ids + ids.take(1)).collect { modelled.schemaAt(it) }
        List<String> wrong = []
        List<SchemaSnapshot> reached = [retort.schema()]

        when:
        models.eachWithIndex { SchemaSnapshot model, int i ->
            SchemaDifference difference = retort.schemaAtHeads().differenceTo(model)
            if (!difference.isEmpty()) {
                def file = retort.revisions(request("r$i"), difference)[0]
                retort.upgrade('head')
                wrong.addAll(left("${file.toFile().text}\nleads past the model", retort.schemaAtHeads(), model))
                reached << retort.schema()
            }
        }
        reached.reverse().drop(1).each { SchemaSnapshot before ->
            retort.downgrade('-1')
            wrong.addAll(left("a downgrade", retort.schema(), before))
        }

        then:
        reached.size() > 2
        wrong == []

        cleanup:
        database.close()
        project.close()

        where:
        [folder, kind] << [FoldedChain.folders(), ['sqlite', 'postgresql']].combinations()
    }

    private static RevisionRequest request(String id) {
        new RevisionRequest("Step $id", id, ['head'], false, [], [], null)
    }

    private static List<String> left(String after, SchemaSnapshot from, SchemaSnapshot to) {
        SchemaDifference difference = from.differenceTo(to)
        difference.isEmpty() ? [] : ["$after: ${difference.changes()*.operation()} ${difference.unreachable()}" as String]
    }
}
