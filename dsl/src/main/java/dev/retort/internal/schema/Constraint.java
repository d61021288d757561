package dev.retort.internal.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule the database keeps for a table. */
public sealed interface Constraint {

    /** The name it is dropped by; null leaves the choice to the database. */
    @Nullable
    String name();

    Constraint named(@Nullable String newName);

    <R> R accept(Visitor<R> visitor);

    /** Whether the rows there are were not compared with it. */
    default boolean isNotValid() {
        return false;
    }

    /** The same after the rows there are were compared with it. */
    default Constraint validated() {
        return this;
    }

    /** The same before the rows there are were compared with it, where they can be compared later. */
    default Constraint notValidated() {
        return this;
    }

    /**
     * @param onConflict what SQLite does with a row that breaks it ({@code REPLACE}); null means {@code ABORT}
     * @param index null leaves it to the database
     */
    record PrimaryKey(
            @Nullable String name,
            List<String> columns,
            Deferral deferral,
            @Nullable String onConflict,
            @Nullable UnderlyingIndex index)
            implements Constraint {
        public PrimaryKey(@Nullable String name, List<String> columns) {
            this(name, columns, Deferral.NOT_DEFERRABLE, null, null);
        }

        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public PrimaryKey named(@Nullable String newName) {
            return new PrimaryKey(newName, columns, deferral, onConflict, index);
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
     * @param onDeleteColumns which columns {@code SET NULL} and {@code SET DEFAULT} set; empty means all
     * @param notEnforced declared only, and never checked
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
            boolean notValid,
            List<String> onDeleteColumns,
            boolean notEnforced)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            onDeleteColumns = List.copyOf(onDeleteColumns);
        }

        public ForeignKey(
                @Nullable String name,
                List<String> columns,
                QualifiedName referencedTable,
                List<String> referencedColumns,
                @Nullable String onDelete,
                @Nullable String onUpdate,
                @Nullable String match,
                Deferral deferral,
                boolean notValid) {
            this(
                    name,
                    columns,
                    referencedTable,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    notValid,
                    List.of(),
                    false);
        }

        @Override
        public ForeignKey named(@Nullable String newName) {
            return copy(newName, referencedTable, referencedColumns, notValid);
        }

        /** To another table or other columns. */
        public ForeignKey referring(QualifiedName newTable, List<String> newColumns) {
            return copy(name, newTable, newColumns, notValid);
        }

        @Override
        public boolean isNotValid() {
            return notValid;
        }

        @Override
        public ForeignKey validated() {
            return copy(name, referencedTable, referencedColumns, false);
        }

        @Override
        public ForeignKey notValidated() {
            return copy(name, referencedTable, referencedColumns, true);
        }

        private ForeignKey copy(
                @Nullable String newName, QualifiedName newTable, List<String> newColumns, boolean newNotValid) {
            return new ForeignKey(
                    newName,
                    columns,
                    newTable,
                    newColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    newNotValid,
                    onDeleteColumns,
                    notEnforced);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreignKey(this);
        }
    }

    /**
     * @param nullsNotDistinct two nulls count as the same value
     * @param onConflict what SQLite does with a row that breaks it ({@code REPLACE}); null means {@code ABORT}
     * @param index null leaves it to the database
     */
    record Unique(
            @Nullable String name,
            List<String> columns,
            Deferral deferral,
            boolean nullsNotDistinct,
            @Nullable String onConflict,
            @Nullable UnderlyingIndex index)
            implements Constraint {
        public Unique(@Nullable String name, List<String> columns, Deferral deferral, boolean nullsNotDistinct) {
            this(name, columns, deferral, nullsNotDistinct, null, null);
        }

        public Unique {
            columns = List.copyOf(columns);
        }

        @Override
        public Unique named(@Nullable String newName) {
            return new Unique(newName, columns, deferral, nullsNotDistinct, onConflict, index);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unique(this);
        }
    }

    /**
     * @param condition SQL
     * @param notValid existing rows are not checked, where the database can do so
     * @param noInherit holds for this table and not for those that inherit from it
     * @param notEnforced declared only, and never checked
     */
    record Check(@Nullable String name, String condition, boolean notValid, boolean noInherit, boolean notEnforced)
            implements Constraint {
        public Check(@Nullable String name, String condition, boolean notValid) {
            this(name, condition, notValid, false, false);
        }

        @Override
        public boolean isNotValid() {
            return notValid;
        }

        @Override
        public Check validated() {
            return new Check(name, condition, false, noInherit, notEnforced);
        }

        @Override
        public Check notValidated() {
            return new Check(name, condition, true, noInherit, notEnforced);
        }

        @Override
        public Check named(@Nullable String newName) {
            return new Check(newName, condition, notValid, noInherit, notEnforced);
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
     * @param index null leaves it to the database
     */
    record Exclude(
            @Nullable String name,
            List<Element> elements,
            @Nullable String using,
            @Nullable String where,
            Deferral deferral,
            @Nullable UnderlyingIndex index)
            implements Constraint {

        /**
         * @param expression a column's name or SQL, as the author wrote it
         * @param operatorClass as SQL; null means the type's default
         */
        public record Element(
                String expression,
                String operator,
                @Nullable String operatorClass) {
            public Element(String expression, String operator) {
                this(expression, operator, null);
            }
        }

        public Exclude(
                @Nullable String name,
                List<Element> elements,
                @Nullable String using,
                @Nullable String where,
                Deferral deferral) {
            this(name, elements, using, where, deferral, null);
        }

        public Exclude {
            elements = List.copyOf(elements);
        }

        @Override
        public Exclude named(@Nullable String newName) {
            return new Exclude(newName, elements, using, where, deferral, index);
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

    /** Primary key, unique, foreign key, check, exclusion. */
    Visitor<Integer> RANK = new Visitor<>() {
        @Override
        public Integer primaryKey(PrimaryKey constraint) {
            return 0;
        }

        @Override
        public Integer unique(Unique constraint) {
            return 1;
        }

        @Override
        public Integer foreignKey(ForeignKey constraint) {
            return 2;
        }

        @Override
        public Integer check(Check constraint) {
            return 3;
        }

        @Override
        public Integer exclude(Exclude constraint) {
            return 4;
        }
    };

    /** By kind and name, so that equal tables are equal values; those without a name come first, by what they hold. */
    Comparator<Constraint> ORDER = Comparator.comparing((Constraint each) -> each.accept(RANK))
            .thenComparing(each -> Objects.requireNonNullElse(each.name(), ""))
            .thenComparing(Constraint::toString);

    /** The columns of its own table that a constraint is about, where it names them. */
    Visitor<List<String>> COLUMNS = new Visitor<>() {
        @Override
        public List<String> primaryKey(PrimaryKey constraint) {
            return constraint.columns();
        }

        @Override
        public List<String> foreignKey(ForeignKey constraint) {
            return constraint.columns();
        }

        @Override
        public List<String> unique(Unique constraint) {
            return constraint.columns();
        }

        @Override
        public List<String> check(Check constraint) {
            return List.of();
        }

        @Override
        public List<String> exclude(Exclude constraint) {
            return List.of();
        }
    };
}
