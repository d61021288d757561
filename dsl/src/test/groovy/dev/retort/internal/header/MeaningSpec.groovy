package dev.retort.internal.header

import spock.lang.Specification

class MeaningSpec extends Specification {

    static String meaning(String text) {
        new ScriptSource('m/a.groovy', text).meaning()
    }

    def "#what changes no meaning"() {
        expect:
        meaning(one) == meaning(other)

        where:
        what                   | one                                        | other
        'spacing'              | "revision 'a'\nupgrade{execute 'x'}"       | "revision   'a'\n\n\nupgrade {\n    execute 'x'\n}\n"
        'a comment'            | "upgrade { execute 'x' }"                  | "// licence\nupgrade { /* why */ execute 'x' } // end"
        'the line ends'        | "upgrade {\nexecute '''a\nb'''\n}"         | "upgrade {\r\nexecute '''a\r\nb'''\r\n}"
        'a break in a list'    | "f([1, 2,3])"                              | "f([\n  1,\n  2,\n  3\n])"
        'a shebang'            | "f 'x'"                                    | "#!/usr/bin/env retort\nf 'x'"
    }

    def "#what changes the meaning"() {
        expect:
        meaning(one) != meaning(other)

        where:
        what                       | one                  | other
        'a word'                   | "f 'x'"              | "g 'x'"
        'a blank in a string'      | "f 'a b'"            | "f 'a  b'"
        'a line in a string'       | "f '''a\nb'''"       | "f '''a\n\nb'''"
        'what only looks a comment'| "f 'a // b'"         | "f 'a'"
        'a slash in a string'      | "f(/a\\/b c/)"       | "f(/a\\/bc/)"
        'a number'                 | "f 12"               | "f 13"
        'an order'                 | "f(a, b)"            | "f(b, a)"
    }
}
