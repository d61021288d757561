package dev.retort.internal.fold;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.PostgresName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of {@code serial} and what it stands for: a whole number, its default, and a sequence that the column owns. A
 * schema has the one where the other would say no more, as reading finds it.
 */
final class SerialFolding {

    private static final Map<ColumnType, ColumnType> PLAIN = Map.of(
            ColumnType.Simple.SMALLSERIAL, ColumnType.Simple.SMALLINT,
            ColumnType.Simple.SERIAL, ColumnType.Simple.INTEGER,
            ColumnType.Simple.BIGSERIAL, ColumnType.Simple.BIGINT);

    private final WorkingSchema schema;

    SerialFolding(WorkingSchema schema) {
        this.schema = schema;
    }

    /** Whether the name of a sequence may be that of one that the schema does not show. */
    boolean mayHide() {
        return schema.rules.keepsSequences()
                && schema.all(Table.class).stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> ColumnType.isSerial(column.type()));
    }

    /** Whether an identity column has the sequence: its name is no part of the column. */
    boolean isOfIdentity(QualifiedName sequence) {
        return schema.find(ObjectName.of(ObjectKind.SEQUENCE, sequence)).isEmpty()
                && schema.all(Table.class).stream()
                        .anyMatch(table -> table.columns().stream()
                                .anyMatch(column -> column.identity() != null
                                        && schema.same(
                                                named(table.name(), column.name(), "seq"), schema.kept(sequence))));
    }

    /** The sequence of a serial column that has the name, once the column is spelled out. */
    Optional<Sequence> spellOut(QualifiedName sequence) {
        for (Table table : mayHide() ? schema.all(Table.class) : List.<Table>of()) {
            for (Column column : table.columns()) {
                boolean named = ColumnType.isSerial(column.type())
                        && schema.same(named(table.name(), column.name(), "seq"), schema.kept(sequence));
                if (named) {
                    return Optional.of(spellOut(table, column));
                }
            }
        }
        return Optional.empty();
    }

    /** Under the name that the server would choose. */
    Sequence spellOut(Table table, Column column) {
        QualifiedName name = named(table.name(), column.name(), "seq");
        RelationNames taken = new RelationNames(schema);
        for (int number = 1; taken.find(name).isPresent(); number++) {
            name = named(table.name(), column.name(), "seq" + number);
        }
        ColumnType type = Objects.requireNonNull(PLAIN.get(column.type()));
        Sequence sequence = new Sequence(
                name,
                type,
                1,
                1,
                1,
                NumberRange.of(type).highest(),
                1,
                false,
                new Sequence.Owner(table.name(), column.name()));
        Column plain = column.withType(type)
                .withDefault(
                        new DefaultValue.Expression("nextval('" + text(name).replace("'", "''") + "'::regclass)"));
        replace(table, column, plain);
        schema.put(sequence);
        return sequence;
    }

    private void replace(Table table, Column old, Column changed) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(columns.indexOf(old), changed);
        schema.put(table.withColumns(columns));
    }

    private static QualifiedName named(QualifiedName table, String column, String label) {
        return new QualifiedName(table.schema(), PostgresName.of(table.name(), List.of(column), label));
    }

    private String text(QualifiedName name) {
        String own = schema.rules.quote(name.name());
        return name.schema() == null ? own : schema.rules.quote(name.schema()) + "." + own;
    }

    /** Columns that are what {@code serial} stands for, whatever made them so. */
    void contract() {
        if (!schema.rules.keepsSequences()) {
            return;
        }
        for (Sequence sequence : schema.all(Sequence.class)) {
            Sequence.Owner owner = sequence.owner();
            if (owner == null || !isUsual(sequence) || !schema.isCertain(sequence.objectName())) {
                continue;
            }
            Optional<Table> table =
                    schema.find(ObjectName.of(ObjectKind.TABLE, owner.table())).map(Table.class::cast);
            table.stream()
                    .flatMap(found -> found.columns().stream())
                    .filter(column -> schema.rules.same(column.name(), owner.column()) && isSerial(column, sequence))
                    .findFirst()
                    .ifPresent(column -> {
                        replace(
                                table.orElseThrow(),
                                column,
                                column.withType(serial(column.type())).withDefault(null));
                        schema.remove(sequence.objectName());
                    });
        }
    }

    private static boolean isUsual(Sequence sequence) {
        return sequence.start() == 1
                && sequence.increment() == 1
                && sequence.min() == 1
                && sequence.max() == NumberRange.of(sequence.type()).highest()
                && sequence.cache() == 1
                && !sequence.cycle();
    }

    private boolean isSerial(Column column, Sequence sequence) {
        String next = "(?i:nextval)\\s*\\(\\s*'"
                + Pattern.quote(text(sequence.name()).replace("'", "''")) + "'\\s*(?:::\\s*(?i:regclass)\\s*)?\\)";
        return column.type().equals(sequence.type())
                && !column.nullable()
                && column.identity() == null
                && column.defaultValue() instanceof DefaultValue.Expression expression
                && expression.sql().strip().matches(next);
    }

    private static ColumnType serial(ColumnType plain) {
        return PLAIN.entrySet().stream()
                .filter(each -> each.getValue().equals(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(plain);
    }
}
