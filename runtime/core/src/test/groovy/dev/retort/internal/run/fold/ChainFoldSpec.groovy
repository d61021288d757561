package dev.retort.internal.run.fold

import dev.retort.Retort
import dev.retort.internal.testing.FoldedChain
import dev.retort.internal.testing.Project
import spock.lang.Specification

class ChainFoldSpec extends Specification {

    def "nothing of the chain #folder.parent.fileName is refused on #url when it is folded, up or down"() {
        expect:
        new FoldedChain(folder, url).retort.validateChain() == []

        where:
        [folder, url] << [FoldedChain.folders(), FoldedChain.URLS].combinations()
    }

    def "after #body the schema is known: #known"() {
        given:
        def project = new Project().revision('a1', [], "upgrade {\ncreateTable('t') { column 'id', integer, primaryKey: true; column 'a', text }\n$body\n}\ndowngrade { }")
        def retort = Retort.configure().home(project.home).url(url).build()

        expect:
        retort.schemaAt('a1').complete == known
        retort.schemaAt('a1').uncertain() == []

        cleanup:
        project.close()

        where:
        [body, known, url] << [[
                ["query('SELECT id, a FROM t').each { row -> table('t').where(id: row.id).update(a: row.string('a')) }", true],
                ["if (query('SELECT count(*) AS n FROM t')[0].integer('n') == 0) { table('t').where(id: 1).delete() }", true],
                ["query('SELECT a FROM t').each { row -> table('t').where(a: row.string('a').trim()).delete() }", true],
                ["while (!query('SELECT id FROM t WHERE a IS NULL LIMIT 10').isEmpty()) { table('t').where(id: 1).update(a: 'x') }", true],
                ["query('SELECT a FROM t').each { row -> addColumn 't', 'b', text }", false],
                ["query('SELECT a FROM t').each { row ->\n if (row.string('a') == 'x') {\n dropColumn 't', 'a'\n }\n }", false],
                ["if (query('SELECT count(*) AS n FROM t')[0].integer('n') > 3) {\n execute 'CREATE TABLE x (a int)'\n }", false],
                ["if (query('SELECT 1 AS one FROM t').isEmpty()) { createIndex 'ix', 't', ['a'] }", false],
        ], FoldedChain.URLS].combinations().collect { it.flatten() }
    }
}
