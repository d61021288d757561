package dev.retort.internal.fold;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.PostgresName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that PostgreSQL gives to constraints without one, and that constraints of SQLite answer to. */
public final class DefaultNames {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern CALL = Pattern.compile("\\(*([\\p{L}_][\\p{L}\\p{N}_$]*)\\s*\\(");

    private DefaultNames() {}

    /** @param taken names that another constraint or index has */
    public static String of(Constraint constraint, Table table, Set<String> taken, SqlNames names) {
        String label = constraint.accept(LABEL);
        List<String> columns = constraint.accept(new Columns(table, names));
        String name = PostgresName.of(table.name().name(), columns, label);
        for (int number = 1; taken.contains(name); number++) {
            name = PostgresName.of(table.name().name(), columns, label + number);
        }
        return name;
    }

    /** Of an index that a partition gets with its table. */
    static String of(Index index, Table table, Set<String> taken) {
        List<String> columns = new ArrayList<>();
        for (Index.Element element : index.elements()) {
            columns.add(
                    element instanceof Index.Element.ColumnName column
                            ? column.name()
                            : Columns.nameOf(((Index.Element.Expression) element).sql()));
        }
        columns.addAll(index.include());
        String name = PostgresName.of(table.name().name(), columns, "idx");
        for (int number = 1; taken.contains(name); number++) {
            name = PostgresName.of(table.name().name(), columns, "idx" + number);
        }
        return name;
    }

    private static final Constraint.Visitor<String> LABEL = new Constraint.Visitor<>() {
        @Override
        public String primaryKey(Constraint.PrimaryKey constraint) {
            return "pkey";
        }

        @Override
        public String foreignKey(Constraint.ForeignKey constraint) {
            return "fkey";
        }

        @Override
        public String unique(Constraint.Unique constraint) {
            return "key";
        }

        @Override
        public String check(Constraint.Check constraint) {
            return "check";
        }

        @Override
        public String exclude(Constraint.Exclude constraint) {
            return "excl";
        }
    };

    /** The columns that the name is made of: of a check, the one it names, where it names no other. */
    private record Columns(Table table, SqlNames names) implements Constraint.Visitor<List<String>> {
        @Override
        public List<String> primaryKey(Constraint.PrimaryKey constraint) {
            return List.of();
        }

        @Override
        public List<String> foreignKey(Constraint.ForeignKey constraint) {
            return constraint.columns();
        }

        @Override
        public List<String> unique(Constraint.Unique constraint) {
            return constraint.index() == null
                    ? constraint.columns()
                    : Stream.concat(constraint.columns().stream(), constraint.index().include().stream())
                            .toList();
        }

        @Override
        public List<String> check(Constraint.Check constraint) {
            List<String> named = table.columns().stream()
                    .map(Column::name)
                    .filter(column -> names.mentions(constraint.condition(), column))
                    .toList();
            return named.size() == 1 ? named : List.of();
        }

        @Override
        public List<String> exclude(Constraint.Exclude constraint) {
            return constraint.elements().stream()
                    .map(element -> nameOf(element.expression()))
                    .toList();
        }

        /** A column, or the function that is called. */
        private static String nameOf(String expression) {
            Matcher called = CALL.matcher(expression);
            return WORD.matcher(expression).matches() ? expression : called.lookingAt() ? called.group(1) : "expr";
        }
    }
}
