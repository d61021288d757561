package dev.retort.internal.script

import spock.lang.Specification

class ColumnWordsSpec extends Specification {

    def "#text is no name of a column in an index"() {
        when:
        def problem = ColumnWords.problem('an index of t', text, true).get()

        then:
        problem.sentence() == "\"$text\" is no name of a column, as an index of t needs."
        problem.hint() == hint

        where:
        text                     | hint
        'created_at DESC'        | "Write sql('created_at DESC'), or 'created_at' with order: [created_at: 'DESC']."
        'a desc nulls last'      | "Write sql('a desc nulls last'), or 'a' with order: [a: 'DESC NULLS LAST']."
        'lower(email)'           | "Write sql('lower(email)')."
        'lower(email) DESC'      | "Write sql('lower(email) DESC')."
        "coalesce(a, 'x')"       | 'Write sql("coalesce(a, \'x\')").'
        '(a + b)'                | "Write sql('(a + b)')."
        "data->>'x'"             | 'Write sql("data->>\'x\'").'
        'a::date'                | "Write sql('a::date')."
        'name COLLATE "C"'       | 'Write sql(\'name COLLATE "C"\').'
        'name text_pattern_ops'  | "Write sql('name text_pattern_ops')."
        'a, b'                   | "Write each name by itself: 'a', 'b'."
        '"createdAt"'            | "Write the name without quotes of SQL's: 'createdAt'."
    }

    def "#text may be one"() {
        expect:
        ColumnWords.problem('an index of t', text, true).empty

        where:
        text << ['id', 'order date', 'Total (EUR)', 'größe', 'a-b', 'desc', 'e-mail address', 'a.b', '100%']
    }

    def "a key is over columns alone"() {
        expect:
        ColumnWords.problem('a unique constraint of t', 'lower(email)', false).get().hint() ==
                "It is over columns alone; for an expression create an index: createIndex 'name', 'table', [sql('lower(email)')], unique: true."
    }
}
