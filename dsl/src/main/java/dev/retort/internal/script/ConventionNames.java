package dev.retort.internal.script;

import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.NamingConvention.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The names that a script need not write, as a convention gives them on every database. */
public final class ConventionNames {

    private final NamingConvention convention;
    private final Databases databases;

    /** On every database that is installed. */
    public ConventionNames(NamingConvention convention) {
        this(convention, Databases.installed());
    }

    public ConventionNames(NamingConvention convention, Databases databases) {
        this.convention = convention;
        this.databases = databases;
    }

    /**
     * The name of a constraint; empty where it depends on the database, or has to be given.
     *
     * @param what a check is about: a column, or its number in the table
     */
    public Optional<String> of(QualifiedName table, Constraint constraint, String what) {
        return same(table, names -> constraint.accept(new OfConstraint(names, what)));
    }

    /** The name of an index, likewise. */
    public Optional<String> of(Index index) {
        return same(index.table(), names -> names.index(null, Columns.texts(index.elements())));
    }

    /** Whether a constraint that is dropped without a name is looked for by these, on one database at least. */
    public boolean finds(QualifiedName table, ConstraintKind kind, List<String> all) {
        return databases.names().stream()
                .anyMatch(dialect -> given(table, dialect, names -> names.dropped(null, kind))
                        .equals(Optional.of(all)));
    }

    /** Whether the convention makes a name out of the one that is given, which {@code f} prevents. */
    public boolean wraps(ConstraintKind kind) {
        return convention.pattern(TableNames.kind(kind)).wraps();
    }

    /** Likewise of an index. */
    public boolean wrapsIndexes() {
        return convention.pattern(Kind.INDEX).wraps();
    }

    private Optional<String> same(QualifiedName table, Function<TableNames, String> name) {
        Set<Optional<String>> names = new HashSet<>();
        databases.names().forEach(dialect -> names.add(given(table, dialect, name)));
        return names.size() == 1 ? names.iterator().next() : Optional.empty();
    }

    private <T> Optional<T> given(QualifiedName table, String dialect, Function<TableNames, T> name) {
        try {
            return Optional.of(name.apply(new Naming(convention, new CurrentDatabase(dialect, databases)).of(table)));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private record OfConstraint(TableNames names, String what) implements Constraint.Visitor<String> {

        @Override
        public String primaryKey(Constraint.PrimaryKey constraint) {
            return names.primaryKey(null, constraint.columns());
        }

        @Override
        public String foreignKey(Constraint.ForeignKey constraint) {
            return names.foreignKey(
                    null,
                    constraint.columns(),
                    new ForeignKeyReader.Target(constraint.referencedTable(), constraint.referencedColumns()));
        }

        @Override
        public String unique(Constraint.Unique constraint) {
            return names.unique(null, constraint.columns());
        }

        @Override
        public String check(Constraint.Check constraint) {
            return names.check(null, what);
        }

        @Override
        public String exclude(Constraint.Exclude constraint) {
            return names.exclude(
                    null,
                    constraint.elements().stream()
                            .map(Constraint.Exclude.Element::expression)
                            .toList());
        }
    }
}
