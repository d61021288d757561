package dev.retort.internal.cli.render

import static dev.retort.internal.cli.Views.view

import com.fasterxml.jackson.core.JsonFactory
import dev.retort.Location
import dev.retort.Problem
import dev.retort.Revision
import dev.retort.RunResult
import dev.retort.internal.graph.RevisionGraph
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

class JsonDocumentsSpec extends Specification {

    def "revisions"() {
        expect:
        JsonDocuments.revisions([view('b', down: ['a'], labels: ['x'], head: true, message: 'Say "ü"',
                description: 'Long', irreversible: 'Gone')], asked) == """\
            {
              "revisions" : [
                {
                  "revision" : "b",
                  "downRevisions" : [
                    "a"
                  ],
                  "dependsOn" : [ ],
                  "squashed" : [ ],
                  "branchLabels" : [
                    "x"
                  ],
                  "children" : [ ],
                  "neededBy" : [ ],
                  "message" : "Say \\"ü\\"",
                  "file" : "migrations/b.groovy",
                  "created" : null,
                  "description" : "Long",
                  "upgradeDescription" : null,
                  "downgradeDescription" : null,
                  "irreversible" : "Gone",
                  "head" : true,
                  "effectiveHead" : false,
                  "branchPoint" : false,
                  "mergePoint" : false,
                  "current" : $current
                }
              ]
            }""".stripIndent()

        where:
        asked || current
        true  || 'false'
        false || 'null'
    }

    def "a run"() {
        given:
        def step = new RunResult.Step('b', ['a'], 'doc', 'upgrade', Duration.ofMillis(12), 3, new TreeSet(['b']))

        expect:
        JsonDocuments.run(new RunResult(new TreeSet(['a']), [step], new TreeSet(['b']), new TreeSet(), Optional.of(Path.of('before.db'))), 'app.db') == '''\
            {
              "from" : [
                "a"
              ],
              "steps" : [
                {
                  "revision" : "b",
                  "downRevisions" : [
                    "a"
                  ],
                  "message" : "doc",
                  "direction" : "upgrade",
                  "milliseconds" : 12,
                  "statements" : 3,
                  "rows" : [
                    "b"
                  ]
                }
              ],
              "rows" : [
                "b"
              ],
              "stamped" : [ ],
              "backup" : "before.db",
              "database" : "app.db"
            }'''.stripIndent()
    }

    def "a plan"() {
        given:
        def graph = RevisionGraph.of([
                new Revision('a', [], [], [], 'first', 'a.groovy'), new Revision('b', ['a'], [], [], null, 'b.groovy')])

        expect:
        JsonDocuments.plan('upgrade', 'head', graph.upgrade(new TreeSet(['a']), 'head')) == '''\
            {
              "command" : "upgrade",
              "target" : "head",
              "from" : [
                "a"
              ],
              "steps" : [
                {
                  "revision" : "b",
                  "direction" : "up",
                  "rows" : [
                    "b"
                  ]
                }
              ],
              "rows" : [
                "b"
              ]
            }'''.stripIndent()
    }

    def "an error"() {
        expect:
        JsonDocuments.error('Script', 'm', [Problem.at(new Location('f', 1, 2), 'S.').withHint('h')]) == '''\
            {
              "error" : {
                "kind" : "Script",
                "message" : "m",
                "problems" : [
                  {
                    "file" : "f",
                    "line" : 1,
                    "column" : 2,
                    "sentence" : "S.",
                    "hint" : "h"
                  }
                ]
              }
            }'''.stripIndent()
    }

    def "the small ones are well-formed"() {
        expect:
        tokens(document) == count

        where:
        document                                                       || count
        JsonDocuments.files(['a "b"', 'c'])                            || 7
        JsonDocuments.created(true)                                    || 4
        JsonDocuments.described('templates', [generic: 'One\nline'])   || 11
        JsonDocuments.current([], new TreeSet(['a']), false, 'app.db') || 13
        JsonDocuments.error('Bug', 'null', [])                         || 12
    }

    private static int tokens(String document) {
        def parser = new JsonFactory().createParser(document)
        int count = 0
        while (parser.nextToken() != null) {
            count++
        }
        count
    }
}
