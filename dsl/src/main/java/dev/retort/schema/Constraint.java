package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule the database keeps for a table. */
public sealed interface Constraint {

    /** The name it is dropped by; null leaves the choice to the database. */
    @Nullable
    String name();

    Constraint named(@Nullable String newName);

    <R> R accept(Visitor<R> visitor);

    record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public PrimaryKey named(@Nullable String newName) {
            return new PrimaryKey(newName, columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.primaryKey(this);
        }
    }

    /**
     * @param referencedColumns empty means the primary key of the referenced table
     * @param onDelete SQL's action, upper case ({@code CASCADE}); null means {@code NO ACTION}
     * @param onUpdate likewise
     * @param match {@code FULL}; null means SQL's default
     * @param notValid existing rows are not checked, where the database can do so
     */
    record ForeignKey(
            @Nullable String name,
            List<String> columns,
            QualifiedName referencedTable,
            List<String> referencedColumns,
            @Nullable String onDelete,
            @Nullable String onUpdate,
            @Nullable String match,
            Deferral deferral,
            boolean notValid)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }

        @Override
        public ForeignKey named(@Nullable String newName) {
            return new ForeignKey(
                    newName,
                    columns,
                    referencedTable,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    notValid);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreignKey(this);
        }
    }

    /** @param nullsNotDistinct two nulls count as the same value */
    record Unique(@Nullable String name, List<String> columns, Deferral deferral, boolean nullsNotDistinct)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }

        @Override
        public Unique named(@Nullable String newName) {
            return new Unique(newName, columns, deferral, nullsNotDistinct);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unique(this);
        }
    }

    /**
     * @param condition SQL
     * @param notValid existing rows are not checked, where the database can do so
     */
    record Check(@Nullable String name, String condition, boolean notValid) implements Constraint {
        @Override
        public Check named(@Nullable String newName) {
            return new Check(newName, condition, notValid);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.check(this);
        }
    }

    /**
     * No two rows may compare true by all the elements' operators.
     *
     * @param using the index method; null means {@code gist}
     * @param where SQL; null means all rows
     */
    record Exclude(
            @Nullable String name,
            List<Element> elements,
            @Nullable String using,
            @Nullable String where,
            Deferral deferral)
            implements Constraint {

        /** @param expression a column's name or SQL, as the author wrote it */
        public record Element(String expression, String operator) {}

        public Exclude {
            elements = List.copyOf(elements);
        }

        @Override
        public Exclude named(@Nullable String newName) {
            return new Exclude(newName, elements, using, where, deferral);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exclude(this);
        }
    }

    /** One method a kind; the compiler finds the forgotten one. */
    interface Visitor<R> {
        R primaryKey(PrimaryKey constraint);

        R foreignKey(ForeignKey constraint);

        R unique(Unique constraint);

        R check(Check constraint);

        R exclude(Exclude constraint);
    }
}
