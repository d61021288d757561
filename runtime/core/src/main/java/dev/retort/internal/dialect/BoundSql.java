package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.sql.NamedParameters;
import dev.retort.internal.sql.SqlScript;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An author's own SQL with its named parameters, as statements; the same for every database. */
public final class BoundSql {

    private static final Set<String> TRANSACTION = Set.of("BEGIN", "START", "COMMIT", "END", "ABORT");

    private BoundSql() {}

    /**
     * The statements of an {@link Execute}. Without parameters they are the text as it stands, question marks included.
     *
     * @throws RetortException of the kind SCRIPT where a name has no value, or a value no name
     */
    public static List<SqlStatement> statements(Execute execute, SqlSyntax syntax) {
        List<SqlScript.Part> parts = SqlScript.split(execute.sql(), syntax);
        List<NamedParameters> named = parts.stream()
                .map(part -> NamedParameters.parse(part.sql(), syntax))
                .toList();
        if (execute.rows().stream().anyMatch(Map::isEmpty)) {
            parts.forEach(part -> NamedParameters.refuse(part.sql(), syntax));
        }
        checkRows(named, execute);
        List<Map<String, @Nullable Object>> rows = execute.rows();
        if (named.size() == 1 && rows.stream().noneMatch(Map::isEmpty)) {
            return List.of(statement(named.get(0), rows));
        }
        List<SqlStatement> statements = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            for (int i = 0; i < named.size(); i++) {
                statements.add(
                        row.isEmpty() ? SqlStatement.of(parts.get(i).sql()) : statement(named.get(i), List.of(row)));
            }
        }
        return statements;
    }

    private static void checkRows(List<NamedParameters> named, Execute execute) {
        List<String> used =
                named.stream().flatMap(part -> part.names().stream()).toList();
        long number = execute.first();
        for (Map<String, @Nullable Object> row : execute.rows()) {
            try {
                if (!row.isEmpty()) {
                    check(used, row);
                }
            } catch (RetortException e) {
                boolean one = number == 1 && execute.rows().size() == 1;
                throw one ? e : e.prefixed("Row " + number + ": ");
            }
            number++;
        }
    }

    /** The one statement of a query. */
    public static SqlStatement query(String sql, Map<String, @Nullable Object> parameters, SqlSyntax syntax) {
        List<SqlStatement> statements = statements(new Execute(sql, parameters), syntax);
        if (statements.size() != 1) {
            throw new RetortException(
                    RetortException.Kind.SCRIPT,
                    Problem.of("A query is one statement; this is " + statements.size() + ": " + sql.strip() + ".")
                            .withHint("Ask each question with a query of its own."));
        }
        return statements.get(0);
    }

    /**
     * Whether an author's statement would end the transaction in which its revision is recorded. A word that one
     * database does not know begins no statement there either.
     *
     * @param tokens without spaces and comments
     */
    public static boolean endsTransaction(List<SqlToken> tokens) {
        String first = tokens.get(0).upper();
        if (first.equals("ROLLBACK")) {
            return tokens.stream().noneMatch(token -> token.isWord("TO"));
        }
        return TRANSACTION.contains(first)
                || (first.equals("PREPARE")
                        && tokens.size() > 1
                        && tokens.get(1).isWord("TRANSACTION"));
    }

    /**
     * A statement of the author's that is to be one, without the semicolon behind it.
     *
     * @param what it is, for the sentence
     */
    public static String single(String what, String sql, SqlSyntax syntax) {
        List<SqlScript.Part> parts = SqlScript.split(sql, syntax);
        if (parts.size() != 1) {
            throw new RetortException(
                    RetortException.Kind.SCRIPT,
                    Problem.of(what + " is not one statement, but " + parts.size() + ": " + sql.strip() + ".")
                            .withHint("Run the others with execute."));
        }
        return parts.get(0).sql();
    }

    /**
     * A condition of SQL, fit to stand in a statement that has parameters, with the values of its own.
     *
     * @return with one row of parameters, or with none
     */
    public static SqlStatement condition(Condition.Sql condition, SqlSyntax syntax) {
        if (condition.parameters().isEmpty()) {
            NamedParameters.refuse(condition.sql(), syntax);
            return SqlStatement.of(NamedParameters.withoutParameters(condition.sql(), syntax));
        }
        NamedParameters named = NamedParameters.parse(condition.sql(), syntax);
        check(named.names(), condition.parameters());
        return statement(named, List.of(condition.parameters()));
    }

    /** The statement with its values written into it: one text a run, as a script for the database's own shell. */
    public static List<String> inlined(SqlStatement statement, Spelling spelling) {
        if (statement.parameterRows().isEmpty()) {
            return List.of(statement.sql());
        }
        InlinedSql sql = new InlinedSql(statement.sql(), spelling);
        return statement.parameterRows().stream().map(sql::with).toList();
    }

    private static SqlStatement statement(NamedParameters named, List<Map<String, @Nullable Object>> rows) {
        if (named.names().isEmpty()) {
            return SqlStatement.of(named.sql());
        }
        List<List<@Nullable Object>> bound = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> values : rows) {
            List<@Nullable Object> row = new ArrayList<>();
            for (String name : named.names()) {
                row.add(values.get(name));
            }
            bound.add(Collections.unmodifiableList(row));
        }
        return new SqlStatement(named.sql(), bound, false);
    }

    private static void check(List<String> used, Map<String, @Nullable Object> given) {
        NamedParameters.check(used, given.keySet());
        List<Problem> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            if (value instanceof SqlExpression expression) {
                problems.add(Problem.of("The value " + name + ": is SQL, which cannot be bound: " + expression + ".")
                        .withHint("Write it in the place of :" + name + "."));
            }
        });
        if (!problems.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, problems);
        }
    }
}
