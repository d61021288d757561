package dev.retort.internal.header

import dev.retort.RetortException
import spock.lang.Specification

class NamedFilesSpec extends Specification {

    private static List<String> files(String text) {
        NamedFiles.of(new ScriptSource('x.groovy', text)).collect { "${it.location().line()}:${it.location().column()} ${it.name()}${it.sql() ? ' sql' : ''}".toString() }
    }

    def "the files of a script are read from its text: #text"() {
        expect:
        files(text) == found

        where:
        text                                                           || found
        ''                                                             || []
        "executeFile 'a.sql'"                                          || ['1:13 a.sql sql']
        'executeFile("a.sql")'                                         || ['1:13 a.sql sql']
        "executeFile 'a.sql', down: 'b.sql'\ncsv('c')"                 || ['1:13 a.sql sql', '1:28 b.sql sql', '2:5 c']
        "executeFile 'a.sql', n: f(1, [2, 'x,y']), down: 'b.sql', m: {1, 2}\ncsv('c')" || ['1:13 a.sql sql', '1:49 b.sql sql', '2:5 c']
        "executeFile('a.sql', n: argument('n'),\n  o: 1\n)\ncsv('c')" || ['1:13 a.sql sql', '4:5 c']
        "executeFile('a.sql',\n  down : /* x */ 'b.sql')"              || ['1:13 a.sql sql', '2:18 b.sql sql']
        "bulkInsert 't', csv('d/c.csv', delimiter: ';')"               || ['1:21 d/c.csv']
        "def r = jsonLines 'p.jsonl'"                                  || ['1:19 p.jsonl']
        "// csv('a')\n/* csv('b') */ 'csv(1)'; x = /csv('c')/"         || []
        "csv.each { }; def csv = 1; for (csv in x) { y.csv('z') }"     || []
        'execute "${csv(\'in.csv\')}"'                                 || ['1:16 in.csv']
    }

    def "a name that is computed is refused: #text"() {
        when:
        files(text)

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.SCRIPT
        refused.problems()*.location()*.toString() == ['x.groovy:' + place]
        refused.message.contains("The name of a file of $word is not written out. Write $word 'name', the name first and in quotes")

        where:
        text                                  | place  | word
        'executeFile "${x}.sql"'              | '1:13' | 'executeFile'
        'executeFile(name)'                   | '1:13' | 'executeFile'
        'executeFile name'                    | '1:13' | 'executeFile'
        "csv(delimiter: ';', 'a.csv')"        | '1:5'  | 'csv'
        "executeFile 'a.sql', down: x"        | '1:22' | 'executeFile'
        'bulkInsert "t", jsonLines(f())'      | '1:27' | 'jsonLines'
    }
}
