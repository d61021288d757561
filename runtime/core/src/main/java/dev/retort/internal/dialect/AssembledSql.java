package dev.retort.internal.dialect;

import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.SqlExpression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A statement that is put together, with the values of its parameters. Here alone a condition becomes SQL. */
final class AssembledSql {

    private final Spelling spelling;
    private final Function<String, Authored> reading;
    private final StringBuilder sql;
    /** The author's own texts as they must be where nothing is bound. */
    private final StringBuilder plain;

    private final List<@Nullable Object> values = new ArrayList<>();
    private String joint = " WHERE ";

    /** @param reading reads the texts of the author's */
    AssembledSql(Spelling spelling, String start, Function<String, Authored> reading) {
        this.spelling = spelling;
        this.reading = reading;
        this.sql = new StringBuilder(start);
        this.plain = new StringBuilder(start);
    }

    AssembledSql(Spelling spelling, String start) {
        this(spelling, start, text -> Authored.of(new Condition.Sql(text, Map.of()), spelling));
    }

    /** A text of the author's, as it must be where nothing is bound, and with its parameters. */
    record Authored(String plain, SqlStatement bound) {

        static Authored of(Condition.Sql text, Spelling spelling) {
            return new Authored(text.sql(), BoundSql.condition(text, spelling.syntax()));
        }
    }

    AssembledSql add(String text) {
        sql.append(text);
        plain.append(text);
        return this;
    }

    AssembledSql add(AssembledSql other) {
        sql.append(other.sql);
        plain.append(other.plain);
        values.addAll(other.values);
        return this;
    }

    AssembledSql add(SqlStatement fragment) {
        fragment.parameterRows().forEach(values::addAll);
        return add(fragment.sql());
    }

    /** Adds a condition to those it has. */
    AssembledSql where(UnaryOperator<AssembledSql> condition) {
        add(joint);
        joint = " AND ";
        return condition.apply(this);
    }

    AssembledSql author(String text) {
        return author(reading.apply(text));
    }

    private AssembledSql author(Authored text) {
        sql.append(text.bound().sql());
        plain.append(text.plain());
        text.bound().parameterRows().forEach(values::addAll);
        return this;
    }

    AssembledSql value(@Nullable Object value) {
        if (value instanceof SqlExpression expression) {
            return author(spelling.portable(expression.sql()));
        }
        values.add(value);
        return add("?");
    }

    /** A condition that has values of its own. */
    AssembledSql matching(Condition condition) {
        if (condition instanceof Condition.Sql text) {
            return author(Authored.of(text, spelling));
        }
        String and = "";
        for (Map.Entry<String, @Nullable Object> entry :
                ((Condition.Matches) condition).values().entrySet()) {
            matches(add(and), spelling.quote(entry.getKey()), entry.getValue());
            and = " AND ";
        }
        return this;
    }

    private void matches(AssembledSql text, String column, @Nullable Object value) {
        if (value == null) {
            text.add(column + " IS NULL");
        } else if (!(value instanceof List<?> members)) {
            text.add(column + " = ").value(value);
        } else {
            List<?> present = members.stream().filter(Objects::nonNull).toList();
            boolean orNull = present.size() < members.size();
            text.add(orNull ? "(" : "").add(column).any(present).add(orNull ? " OR " + column + " IS NULL)" : "");
        }
    }

    private AssembledSql any(List<?> members) {
        if (spelling.bindsLists()) {
            return add(" = ANY (").value(members).add(")");
        }
        add(" IN (");
        String comma = "";
        for (Object member : members) {
            add(comma).value(member);
            comma = ", ";
        }
        return add(")");
    }

    String sql() {
        return sql.toString();
    }

    /** What answers with rows is always prepared. */
    SqlStatement query() {
        return new SqlStatement(sql.toString(), List.of(Collections.unmodifiableList(values)), false);
    }

    SqlStatement statement() {
        return values.isEmpty() ? SqlStatement.of(plain.toString()) : query();
    }
}
