package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what there is to know of the tables of a schema before rows are generated. */
final class TableShapes {

    private final Schema schema;
    private final Spelling spelling;
    private final KnownTypes types;
    private final Mentions mentions;

    TableShapes(Schema schema, Spelling spelling, KnownTypes types) {
        this.schema = schema;
        this.spelling = spelling;
        this.types = types;
        this.mentions = new Mentions(spelling.syntax());
    }

    /** Of all tables that rows can be inserted into; those of partitions get there by the table that they belong to. */
    List<TableShape> all() {
        return schema.tables()
                .filter(table -> table.options().partitionOf() == null)
                .filter(table -> !table.options().temporary())
                .map(this::shape)
                .toList();
    }

    /** The table through which rows get into another one. */
    QualifiedName entrance(QualifiedName name) {
        Optional<Table> table = schema.table(name)
                .or(() -> schema.tables()
                        .filter(each -> each.name().toString().equalsIgnoreCase(name.toString()))
                        .findFirst());
        Table.PartitionOf parent =
                table.map(each -> each.options().partitionOf()).orElse(null);
        return parent == null ? table.map(Table::name).orElse(name) : entrance(parent.table());
    }

    private TableShape shape(Table table) {
        List<TableCell> cells = cells(table);
        List<String> names = cells.stream().map(TableCell::name).toList();
        List<Rule> rules = new ArrayList<>();
        cells.forEach(cell -> types.checks(cell.column().type())
                .forEach(check -> rules.add(new Rule(
                        check.name(),
                        "check",
                        mentions.ofColumn(check.condition(), spelling.quote(cell.name())),
                        Set.of(cell.name()),
                        true))));
        List<List<String>> keys = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        RuleReading reading = new RuleReading(mentions, names, rules, keys, foreignKeys);
        table.constraints().forEach(constraint -> constraint.accept(reading));
        inherited(table, new HashSet<>()).forEach(check -> check.accept(reading));
        table.indexes().stream().filter(Index::unique).forEach(reading::index);
        partitions(table, reading);
        return new TableShape(table, cells, List.copyOf(foreignKeys), List.copyOf(rules), List.copyOf(keys));
    }

    /** What keeps the rows of one partition apart. */
    private void partitions(Table table, RuleReading reading) {
        schema.tables().forEach(part -> {
            Table.PartitionOf of = part.options().partitionOf();
            if (of != null && of.table().equals(table.name())) {
                part.indexes().stream().filter(Index::unique).forEach(reading::index);
                partitions(part, reading);
            }
        });
    }

    private List<TableCell> cells(Table table) {
        List<TableCell> cells = new ArrayList<>();
        Set<String> primary = table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(constraint -> constraint.accept(Constraint.COLUMNS).stream())
                .collect(Collectors.toSet());
        for (Column column : columns(table, new HashSet<>()).values()) {
            // SQLite has primary keys that may be null; nobody wants one.
            boolean key = primary.contains(column.name());
            cells.add(types.cell(key ? column.withNullable(false) : column, cells.size()));
        }
        return List.copyOf(cells);
    }

    private Map<String, Column> columns(Table table, Set<QualifiedName> seen) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (QualifiedName parent : table.options().inherits()) {
            if (seen.add(parent)) {
                schema.table(parent).ifPresent(of -> columns.putAll(columns(of, seen)));
            }
        }
        table.columns().forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    private List<Constraint.Check> inherited(Table table, Set<QualifiedName> seen) {
        List<Constraint.Check> checks = new ArrayList<>();
        for (QualifiedName parent : table.options().inherits()) {
            if (seen.add(parent)) {
                schema.table(parent).ifPresent(of -> {
                    of.constraints().stream()
                            .filter(Constraint.Check.class::isInstance)
                            .map(Constraint.Check.class::cast)
                            .filter(check -> !check.noInherit())
                            .forEach(checks::add);
                    checks.addAll(inherited(of, seen));
                });
            }
        }
        return checks;
    }
}
