package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Constraint.Check;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of a schema by the names that columns call them by. */
final class KnownTypes {

    private final Map<String, Domain> domains = new HashMap<>();
    private final Map<String, List<ColumnType>> composites = new HashMap<>();

    KnownTypes(Schema schema, Spelling spelling) {
        schema.all(Domain.class).forEach(domain -> domains.put(spelling.quote(domain.name()), domain));
        // Each table has a type of its rows as well.
        schema.tables()
                .filter(table -> table.options().partitionOf() == null
                        && table.options().inherits().isEmpty())
                .forEach(table -> composites.put(spelling.quote(table.name()), rowType(table)));
        schema.all(CompositeType.class)
                .forEach(type -> composites.put(
                        spelling.quote(type.name()),
                        type.attributes().stream()
                                .map(CompositeType.Attribute::type)
                                .toList()));
    }

    private static List<ColumnType> rowType(Table table) {
        return table.columns().stream().map(Column::type).toList();
    }

    private Optional<Domain> domain(ColumnType type) {
        return type instanceof ColumnType.Named named
                ? Optional.ofNullable(domains.get(named.sql()))
                : Optional.empty();
    }

    /** What a type is made of in the end. */
    ColumnType resolved(ColumnType type) {
        Optional<Domain> domain = domain(type);
        return domain.isPresent() ? resolved(domain.get().type()) : type;
    }

    /** The types of what a composite type is made of. */
    Optional<List<ColumnType>> attributes(ColumnType.Named type) {
        return Optional.ofNullable(composites.get(type.sql()));
    }

    private boolean nullable(ColumnType type) {
        return domain(type)
                .map(domain -> domain.nullable() && nullable(domain.type()))
                .orElse(true);
    }

    private boolean hasDefault(ColumnType type) {
        return domain(type)
                .map(domain -> domain.defaultValue() != null || hasDefault(domain.type()))
                .orElse(false);
    }

    /** The checks of a domain, and of the domain that it is made of. */
    List<Check> checks(ColumnType type) {
        List<Check> checks = new ArrayList<>();
        domain(type).ifPresent(domain -> {
            domain.checks().stream().filter(check -> !check.notEnforced()).forEach(checks::add);
            checks.addAll(checks(domain.type()));
        });
        return checks;
    }

    TableCell cell(Column column, int place) {
        Column whole = column.defaultValue() == null && hasDefault(column.type())
                ? column.withDefault(
                        domain(column.type()).map(Domain::defaultValue).orElse(null))
                : column;
        return new TableCell(whole, resolved(column.type()), column.nullable() && nullable(column.type()), place);
    }
}
