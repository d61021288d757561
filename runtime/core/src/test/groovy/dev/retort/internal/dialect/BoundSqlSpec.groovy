package dev.retort.internal.dialect

import dev.retort.RetortException
import dev.retort.internal.dialect.postgres.PostgresDialect
import dev.retort.internal.operation.Condition
import dev.retort.internal.operation.Execute
import dev.retort.internal.operation.SqlExpression
import dev.retort.internal.sql.SqlLexerSpec
import dev.retort.internal.sql.SqlSyntax
import spock.lang.Specification

class BoundSqlSpec extends Specification {

    static final SqlSyntax SYNTAX = SqlLexerSpec.POSTGRES

    private static List<SqlStatement> statements(String sql, Map parameters = [:]) {
        BoundSql.statements(new Execute(sql, parameters), SYNTAX)
    }

    def "without parameters the text is taken as it is"() {
        expect:
        statements("SELECT j ? 'a', x[1:n], '\\::b', a::text; SELECT 1; -- :c") == [SqlStatement.of("SELECT j ? 'a', x[1:n], '\\::b', a::text"), SqlStatement.of('SELECT 1')]
        statements('') == []
    }

    def "a name needs a value where no name has one, too"() {
        when:
        statements('SELECT 1; SELECT :a, x[1:n], :b')

        then:
        RetortException refusal = thrown()
        refusal.problems()*.sentence() == ['The SQL names :a, which was given no value.', 'The SQL names :b, which was given no value.']

        when:
        BoundSql.condition(new Condition.Sql('a = :a', [:]), SYNTAX)

        then:
        thrown(RetortException)
    }

    def "a question mark does not become a part of the word before it"() {
        expect:
        statements('SELECT 1 LIMIT:n OFFSET 1:m', [n: 1, m: 2]) == [SqlStatement.of('SELECT 1 LIMIT ? OFFSET 1 ?', 1, 2)]
    }

    def "each statement takes the parameters that it names"() {
        expect:
        statements('a :x; b ? \\:c; c :y ? :x', [x: 1, y: null]) ==
                [SqlStatement.of('a ?', 1), SqlStatement.of('b ? :c'), SqlStatement.of('c ? ?? ?', null, 1)]
    }

    def "a list is one value"() {
        expect:
        statements('a = ANY (:x)', [x: [1, 2]]) == [SqlStatement.of('a = ANY (?)', [[1, 2]] as Object[])]
    }

    def "names are held against values over all the statements"() {
        when:
        statements('a :x; b :yy; c', [x: 1, z: 2, y: 3])

        then:
        RetortException refusal = thrown()
        refusal.problems()*.sentence() == ['The SQL names :yy, which was given no value.', 'The value z: is not used by the SQL.', 'The value y: is not used by the SQL.']
        refusal.problems()[0].hint() == 'Did you mean "y"?'
    }

    def "SQL is no value to bind"() {
        when:
        statements('a :x', [x: new SqlExpression('now()')])

        then:
        RetortException refusal = thrown()
        refusal.message == 'The value x: is SQL, which cannot be bound: now(). Write it in the place of :x.'
    }

    def "a query is one statement"() {
        expect:
        BoundSql.query('SELECT :a; -- that is all', [a: 1], SYNTAX) == SqlStatement.of('SELECT ?', 1)

        when:
        BoundSql.query(sql, [:], SYNTAX)

        then:
        RetortException refusal = thrown()
        refusal.message == message

        where:
        sql                  || message
        'SELECT 1; SELECT 2' || 'A query is one statement; this is 2: SELECT 1; SELECT 2. Ask each question with a query of its own.'
        ' -- '               || 'A query is one statement; this is 0: --. Ask each question with a query of its own.'
    }

    def "a condition can stand in a statement with parameters"() {
        expect:
        BoundSql.condition(new Condition.Sql("j ? 'a' AND x[1:n]", [:]), SYNTAX) == SqlStatement.of("j ?? 'a' AND x[1:n]")
        BoundSql.condition(new Condition.Sql("j ? :a", [a: 'b']), SYNTAX) == SqlStatement.of('j ?? ?', 'b')
    }

    def "values are written into the text, one text a run"() {
        expect:
        BoundSql.inlined(new SqlStatement("INSERT INTO t VALUES (?, ? -> 'a?' ?? 'b') -- ?", [[1, "it's ?"], [null, true]], false), new PostgresDialect().spelling()) == [
                "INSERT INTO t VALUES (1, 'it''s ?' -> 'a?' ? 'b') -- ?", "INSERT INTO t VALUES (NULL, TRUE -> 'a?' ? 'b') -- ?"]
        BoundSql.inlined(SqlStatement.of("j ?? 'a' ? 'b'"), new PostgresDialect().spelling()) == ["j ?? 'a' ? 'b'"]
    }
}
