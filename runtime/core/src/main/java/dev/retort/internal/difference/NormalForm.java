package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ConstraintTexts;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of what means the same in several: two values are the same to the database where their normal forms are
 * equal. Texts of SQL are compared word by word; what only a server can know, that two expressions are one, is not
 * guessed.
 */
final class NormalForm {

    private static final Pattern ORDERED =
            Pattern.compile("(.+?)(?: asc| (desc))?(?: nulls (first|last))?", Pattern.DOTALL);

    private final DifferenceRules rules;
    private final FoldingRules folding;
    private final SqlForm sql;
    private final ConstraintTexts texts;

    NormalForm(DifferenceRules rules) {
        this.rules = rules;
        this.folding = rules.folding();
        this.sql = new SqlForm(folding);
        this.texts = new ConstraintTexts(this::name, sql::of, sql::of);
    }

    /** An enum type is known by its name, as its values are compared by themselves; and so is what numbers a column. */
    ColumnType of(ColumnType type) {
        if (type instanceof ColumnType.Enumeration enumeration) {
            return new ColumnType.Enumeration(enumeration.name(), List.of());
        } else if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(of(array.element()));
        } else if (type instanceof ColumnType.Simple simple && simple.isSerial()) {
            return switch (simple) {
                case SMALLSERIAL -> ColumnType.Simple.SMALLINT;
                case BIGSERIAL -> ColumnType.Simple.BIGINT;
                default -> ColumnType.Simple.INTEGER;
            };
        }
        return folding.kept(type);
    }

    Column of(Column column) {
        Generated generated = column.generated();
        return column.named(name(column.name()))
                .withType(of(column.type()))
                .withDefault(of(column.defaultValue()))
                .withGenerated(
                        generated == null ? null : new Generated(sql.of(generated.expression()), generated.stored()));
    }

    @Nullable
    DefaultValue of(@Nullable DefaultValue value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof DefaultValue.Literal literal
                ? rules.literal(literal.value())
                : ((DefaultValue.Expression) value).sql();
        String form = sql.of(text);
        return form.equalsIgnoreCase("null") ? null : new DefaultValue.Expression(form);
    }

    /** With the name that the constraint has. */
    Constraint of(Constraint constraint) {
        Constraint form = kept(constraint).accept(texts);
        return form instanceof Constraint.ForeignKey key
                ? key.referring(name(key.referencedTable()), names(key.referencedColumns()))
                : form;
    }

    /** As the database keeps it; a name that is given is not looked for. */
    private Constraint kept(Constraint constraint) {
        String name = Objects.requireNonNullElse(constraint.name(), "name");
        Table nowhere = new Table(QualifiedName.of(""), List.of(), List.of(), List.of(), null, Table.Options.NONE);
        return folding.kept(constraint.named(name), nowhere, Set.of()).named(constraint.name());
    }

    Index of(Index index) {
        Index kept = folding.kept(index, List.of());
        List<Index.Element> elements =
                kept.elements().stream().map(this::element).toList();
        return new Index(
                kept.name(),
                kept.table(),
                elements,
                kept.unique(),
                kept.method(),
                names(kept.include()),
                sqlOrNull(kept.where()),
                kept.nullsNotDistinct(),
                kept.storage());
    }

    /** What is over a column, and what is over an expression, in the one form of SQL. */
    private Index.Element element(Index.Element element) {
        String text = element instanceof Index.Element.ColumnName column
                ? folding.quote(column.name())
                        + (column.collation() == null ? "" : " COLLATE " + folding.quote(column.collation()))
                        + (column.operatorClass() == null ? "" : " " + column.operatorClass())
                        + (column.order() == null ? "" : " " + column.order())
                : ((Index.Element.Expression) element).sql();
        Matcher ordered = ORDERED.matcher(sql.of(text));
        if (!ordered.matches()) {
            return new Index.Element.Expression(sql.of(text));
        }
        return new Index.Element.Expression(
                sql.of(ordered.group(1)) + order(ordered.group(2) != null, ordered.group(3)));
    }

    /** What is the default of a direction is not said. */
    private static String order(boolean falls, @Nullable String nulls) {
        boolean first = nulls == null ? falls : nulls.equals("first");
        String placed = first == falls ? "" : first ? " nulls first" : " nulls last";
        return (falls ? " desc" : "") + placed;
    }

    View of(View view) {
        return new View(view.name(), names(view.columns()), sql.of(view.query()), view.options(), List.of());
    }

    Trigger of(Trigger trigger) {
        return new Trigger(
                trigger.name(),
                trigger.table(),
                trigger.timing(),
                trigger.events().stream().sorted().toList(),
                names(trigger.columns()),
                trigger.forEachRow(),
                sqlOrNull(trigger.when()),
                trigger.execute(),
                sqlOrNull(trigger.body()),
                trigger.options());
    }

    Policy of(Policy policy) {
        return new Policy(
                policy.name(),
                policy.table(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                sqlOrNull(policy.using()),
                sqlOrNull(policy.check()));
    }

    Domain of(Domain domain) {
        return new Domain(
                domain.name(),
                of(domain.type()),
                domain.nullable(),
                of(domain.defaultValue()),
                domain.collation(),
                domain.checks().stream()
                        .map(check -> (Constraint.Check) of(check))
                        .toList());
    }

    CompositeType of(CompositeType type) {
        return new CompositeType(
                type.name(),
                type.attributes().stream()
                        .map(each -> new CompositeType.Attribute(each.name(), of(each.type()), each.collation()))
                        .toList());
    }

    /** The body is compared as it is, but for blanks around it. */
    Routine of(Routine routine) {
        return new Routine(
                routine.signature(),
                routine.returns() == null ? null : of(routine.returns()),
                routine.language().toLowerCase(Locale.ROOT),
                routine.body().strip(),
                routine.characteristics());
    }

    private @Nullable String sqlOrNull(@Nullable String text) {
        return text == null ? null : sql.of(text);
    }

    private List<String> names(List<String> names) {
        return names.stream().map(this::name).toList();
    }

    private QualifiedName name(QualifiedName name) {
        return new QualifiedName(name.schema() == null ? null : name(name.schema()), name(name.name()));
    }

    private String name(String name) {
        return sql.of(folding.quote(name));
    }
}
