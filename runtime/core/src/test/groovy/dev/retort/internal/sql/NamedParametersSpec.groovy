package dev.retort.internal.sql

import dev.retort.RetortException
import spock.lang.Specification

class NamedParametersSpec extends Specification {

    def "names become question marks: #text"() {
        expect:
        NamedParameters.parse(text, SqlLexerSpec.POSTGRES) == new NamedParameters(sql, names)

        where:
        text                                    || sql                              | names
        'SELECT 1'                              || 'SELECT 1'                       | []
        'a = :a AND b = :b OR a = :a'           || 'a = ? AND b = ? OR a = ?'       | ['a', 'b', 'a']
        ':a::text'                              || '?::text'                        | ['a']
        "':a' || \":b\" || \$\$:c\$\$ -- :d"    || "':a' || \":b\" || \$\$:c\$\$ -- :d" | []
        'x[1\\:n] = :n'                         || 'x[1:n] = ?'                     | ['n']
        'x\\:\\:int, :n'                        || 'x::int, ?'                      | ['n']
        'x\\::int, :n'                          || 'x::int, ?'                      | ['n']
        "j ? 'a' AND j ?| :k AND x = '?'"       || "j ?? 'a' AND j ??| ? AND x = '?'" | ['k']
        "j ? 'a' AND x[1\\:n]"                  || "j ? 'a' AND x[1:n]"             | []
        '\\ :a'                                 || '\\ ?'                           | ['a']
    }

    def "names and values that have no counterpart are all told"() {
        when:
        NamedParameters.check(used, given)

        then:
        RetortException refusal = thrown()
        refusal.kind() == RetortException.Kind.SCRIPT
        refusal.problems()*.toString() == problems

        where:
        used           | given           || problems
        ['a']          | []              || ['The SQL names :a, which was given no value. Give a: a value, or write \\: for a colon that begins no parameter.']
        []             | ['a']           || ['The value a: is not used by the SQL. Write :a in the SQL, or take it away.']
        ['user_id']    | ['userid']      || ['The SQL names :user_id, which was given no value. Did you mean "userid"?',
                                             'The value userid: is not used by the SQL. Did you mean "user_id"?']
        ['a', 'x', 'a'] | ['x', 'long']  || ['The SQL names :a, which was given no value. Give a: a value, or write \\: for a colon that begins no parameter.',
                                             'The value long: is not used by the SQL. Write :long in the SQL, or take it away.']
    }

    def "names and values that match are fine"() {
        when:
        NamedParameters.check(['a', 'b', 'a'], ['b', 'a'] as Set)

        then:
        noExceptionThrown()
    }
}
