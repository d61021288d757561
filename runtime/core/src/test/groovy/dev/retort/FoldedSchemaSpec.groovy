package dev.retort

import dev.retort.internal.testing.FoldedChain
import dev.retort.internal.testing.RememberedScripts
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.Tag

/** Folding the scripts of a chain gives what reading the database finds after they ran. */
@Tag('database')
class FoldedSchemaSpec extends Specification {

    def "on #kind, each revision of the chain #folder.parent.fileName leads to the schema that folding its scripts gives, up and down"() {
        given:
        TestDatabase database = TestDatabase.of(kind)
        Retort retort = database.lentTo(RememberedScripts.by(Retort.configure())).migrations(folder).home(FoldedChain.ROOT).build()
        List<String> revisions = retort.chains.scripts().graph().oldestFirst()*.id()
        Map<String, SchemaSnapshot> folded = [:].withDefault { retort.schemaAt(it as String) }
        List<String> wrong = []

        when:
        revisions.each { String id ->
            retort.upgrade(id)
            wrong.addAll(differences(retort, id, folded))
        }
        revisions.reverse().drop(1).each { String id ->
            if (retort.rows() == [id] as Set) {
                return
            }
            if (reverts(retort, id)) {
                wrong.addAll(differences(retort, id, folded))
            }
        }

        then:
        wrong == []

        cleanup:
        database.close()

        where:
        [folder, kind] << [FoldedChain.folders(), ['sqlite', 'postgresql', TestDatabase.OLDEST_POSTGRESQL]].combinations()
    }

    /** False where the chain has branches, so that going back to a revision means something else than having come to it. */
    private static boolean reverts(Retort retort, String id) {
        try {
            retort.downgrade(id)
            return retort.rows() == [id] as Set
        } catch (RetortException e) {
            assert e.kind() in [RetortException.Kind.USAGE, RetortException.Kind.SCRIPT, RetortException.Kind.FAILED]
            return false
        }
    }

    private static List<String> differences(Retort retort, String id, Map<String, SchemaSnapshot> folded) {
        if (retort.rows() != [id] as Set) {
            return []
        }
        folded[id].differenceTo(retort.schema()).changes().collect { "$id: $it" as String }
    }
}
