package dev.retort.internal.fold;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ConstraintTexts;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a column another name wherever its name is. */
final class ColumnRenaming {

    private final WorkingSchema schema;
    private final QualifiedName table;
    private final String old;
    private final String newName;
    private final ConstraintTexts texts;

    ColumnRenaming(WorkingSchema schema, QualifiedName table, String old, String newName) {
        this.schema = schema;
        this.table = table;
        this.old = old;
        this.newName = newName;
        this.texts = new ConstraintTexts(
                this::name, this::sql, element -> schema.rules.same(element, old) ? newName : sql(element));
    }

    void rename() {
        schema.table(table).ifPresent(found -> {
            new ViewFollowing(schema).columnRenamed(found, old, newName);
            schema.put(renamed(found));
        });
        for (Table other : schema.all(Table.class)) {
            List<Constraint> constraints =
                    other.constraints().stream().map(this::referring).toList();
            if (!constraints.equals(other.constraints())) {
                schema.put(other.withConstraints(constraints));
            }
        }
        schema.all(Trigger.class).stream()
                .filter(trigger -> schema.same(trigger.table(), table))
                .forEach(trigger -> schema.put(renamed(trigger)));
        schema.all(Policy.class).stream()
                .filter(policy -> schema.same(policy.table(), table))
                .forEach(policy -> schema.put(renamed(policy)));
        for (Sequence sequence : schema.all(Sequence.class)) {
            Sequence.Owner owner = sequence.owner();
            if (owner != null && schema.same(owner.table(), table) && schema.rules.same(owner.column(), old)) {
                schema.put(sequence.withOwner(new Sequence.Owner(owner.table(), newName)));
            }
        }
        Dependents dependents = new Dependents(schema);
        dependents.triggers(table).stream()
                .filter(trigger -> schema.names.mentions(Objects.requireNonNull(trigger.body()), old))
                .forEach(trigger -> schema.doubt(trigger.objectName()));
    }

    private Table renamed(Table found) {
        List<Column> columns = found.columns().stream().map(this::renamed).toList();
        List<Constraint> constraints = found.constraints().stream()
                .map(constraint -> constraint.accept(texts))
                .toList();
        List<Index> indexes = found.indexes().stream().map(this::renamed).toList();
        return found.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
    }

    private Column renamed(Column column) {
        Column named = schema.rules.same(column.name(), old) ? column.named(newName) : column;
        Generated generated = named.generated();
        return generated == null
                ? named
                : named.withGenerated(new Generated(sql(generated.expression()), generated.stored()));
    }

    private Index renamed(Index index) {
        List<Index.Element> elements = index.elements().stream()
                .map(element -> element instanceof Index.Element.ColumnName column
                        ? (Index.Element) new Index.Element.ColumnName(
                                name(column.name()), column.collation(), column.operatorClass(), column.order())
                        : new Index.Element.Expression(sql(((Index.Element.Expression) element).sql())))
                .toList();
        return new Index(
                index.name(),
                index.table(),
                elements,
                index.unique(),
                index.method(),
                names(index.include()),
                sqlOrNull(index.where()),
                index.nullsNotDistinct(),
                index.storage());
    }

    private Constraint referring(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key && schema.same(key.referencedTable(), table)
                ? key.referring(key.referencedTable(), names(key.referencedColumns()))
                : constraint;
    }

    private Trigger renamed(Trigger trigger) {
        return new Trigger(
                trigger.name(),
                trigger.table(),
                trigger.timing(),
                trigger.events(),
                names(trigger.columns()),
                trigger.forEachRow(),
                sqlOrNull(trigger.when()),
                trigger.execute(),
                sqlOrNull(trigger.body()),
                trigger.options());
    }

    private Policy renamed(Policy policy) {
        return new Policy(
                policy.name(),
                policy.table(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                sqlOrNull(policy.using()),
                sqlOrNull(policy.check()));
    }

    private List<String> names(List<String> names) {
        return names.stream().map(this::name).toList();
    }

    private String name(String name) {
        return schema.rules.same(name, old) ? newName : name;
    }

    private String sql(String expression) {
        return schema.names.renamed(expression, old, newName);
    }

    private @Nullable String sqlOrNull(@Nullable String expression) {
        return expression == null ? null : sql(expression);
    }
}
