package dev.retort.internal.difference

import dev.retort.internal.fold.Folding
import dev.retort.internal.schema.Schema
import dev.retort.internal.testing.FoldedChain
import java.nio.file.Path
import spock.lang.Specification

class DifferenceLawSpec extends Specification {

    def "between any two schemas of the chain #folder.parent.fileName, on #url, the difference leads from one to the other"() {
        given:
        def chain = new FoldedChain(folder, url)
        def schemas = chain.schemas()
        def rules = chain.dialect.difference()

        when:
        def failed = [schemas, schemas].combinations().collectMany { Schema from, Schema to -> broken(from, to, rules) }

        then:
        schemas.size() > 1
        failed == []

        where:
        [folder, url] << [FoldedChain.folders(), FoldedChain.URLS].combinations()
    }

    /** What is wrong with the difference of two schemas; empty where nothing is. */
    private static List<String> broken(Schema from, Schema to, DifferenceRules rules) {
        def difference = Difference.between(from, to, rules)
        if (from == to) {
            return difference.empty ? [] : ["A schema differs from itself: ${difference.operations()}" as String]
        }
        def reached = new Folding(rules.folding()).after(from, difference.operations())
        def left = Difference.between(reached, to, rules)
        left.empty ? [] : ["${difference.operations()} leaves ${left.operations()}" as String]
    }
}
