package dev.retort.internal.fold;

import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.DropSequence;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.operation.SequenceOptions;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the operations on sequences do. */
final class SequenceFolding {

    private final WorkingSchema schema;

    SequenceFolding(WorkingSchema schema) {
        this.schema = schema;
    }

    void create(CreateSequence operation) {
        QualifiedName name = schema.kept(operation.sequence());
        if (operation.ifNotExists() && new RelationNames(schema).find(name).isPresent()) {
            return;
        }
        new RelationNames(schema).refuseTaken(name);
        SequenceOptions options = operation.options();
        ColumnType type = Objects.requireNonNullElse(options.type(), ColumnType.Simple.BIGINT);
        long increment = Objects.requireNonNullElse(options.increment(), 1L);
        long min = value(options.min(), increment > 0 ? 1 : NumberRange.of(type).lowest());
        long max = value(options.max(), increment > 0 ? NumberRange.of(type).highest() : -1);
        schema.put(new Sequence(
                name,
                type,
                Objects.requireNonNullElse(options.start(), increment > 0 ? min : max),
                increment,
                min,
                max,
                Objects.requireNonNullElse(options.cache(), 1L),
                Boolean.TRUE.equals(options.cycle()),
                owner(options.owner(), null)));
        new SerialFolding(schema).contract();
    }

    private static long value(@Nullable Change<Long> change, long otherwise) {
        return change == null || change.to() == null ? otherwise : change.to();
    }

    private Sequence.@Nullable Owner owner(
            @Nullable Change<SequenceOptions.Owner> change, Sequence.@Nullable Owner otherwise) {
        if (change == null) {
            return otherwise;
        }
        SequenceOptions.Owner owner = change.to();
        if (owner == null) {
            return null;
        }
        schema.table(owner.table()).ifPresent(table -> new TableParts(schema).column(table, owner.column()));
        return new Sequence.Owner(schema.kept(owner.table()), owner.column());
    }

    void alter(AlterSequence operation) {
        find(operation.sequence()).ifPresent(sequence -> schema.put(altered(sequence, operation.to())));
        new SerialFolding(schema).contract();
    }

    /** A limit that was the old type's becomes the new type's. */
    private Sequence altered(Sequence sequence, SequenceOptions to) {
        ColumnType type = Objects.requireNonNullElse(to.type(), sequence.type());
        long increment = Objects.requireNonNullElse(to.increment(), sequence.increment());
        NumberRange old = NumberRange.of(sequence.type());
        NumberRange limits = NumberRange.of(type);
        long keptMin = sequence.min() == old.lowest() ? limits.lowest() : sequence.min();
        long keptMax = sequence.max() == old.highest() ? limits.highest() : sequence.max();
        long min = to.min() == null ? keptMin : value(to.min(), increment > 0 ? 1 : limits.lowest());
        long max = to.max() == null ? keptMax : value(to.max(), increment > 0 ? limits.highest() : -1);
        return new Sequence(
                sequence.name(),
                type,
                Objects.requireNonNullElse(to.start(), sequence.start()),
                increment,
                min,
                max,
                Objects.requireNonNullElse(to.cache(), sequence.cache()),
                Objects.requireNonNullElse(to.cycle(), sequence.cycle()),
                owner(to.owner(), sequence.owner()));
    }

    void rename(RenameSequence operation) {
        QualifiedName old = schema.kept(operation.sequence());
        QualifiedName renamed = new QualifiedName(old.schema(), operation.newName());
        new RelationNames(schema).refuseTaken(renamed);
        if (new SerialFolding(schema).isOfIdentity(old)) {
            return;
        }
        Optional<Sequence> found = find(old);
        found.ifPresent(sequence -> schema.rename(sequence.objectName(), sequence.named(renamed)));
        if (found.isEmpty()) {
            schema.remove(ObjectName.of(ObjectKind.SEQUENCE, old));
            schema.doubt(ObjectName.of(ObjectKind.SEQUENCE, renamed));
        }
        for (Table table : schema.all(Table.class)) {
            List<Column> columns = table.columns().stream()
                    .map(column -> uses(column, old) ? column.withDefault(following(column, old, renamed)) : column)
                    .toList();
            if (!columns.equals(table.columns())) {
                schema.put(table.withColumns(columns));
            }
        }
        new SerialFolding(schema).contract();
    }

    private DefaultValue following(Column column, QualifiedName old, QualifiedName renamed) {
        String sql = ((DefaultValue.Expression) Objects.requireNonNull(column.defaultValue())).sql();
        return new DefaultValue.Expression(sql.replace("'" + text(old) + "'", "'" + text(renamed) + "'"));
    }

    private String text(QualifiedName name) {
        String own = schema.rules.quote(name.name());
        return name.schema() == null ? own : schema.rules.quote(name.schema()) + "." + own;
    }

    void drop(DropSequence operation) {
        ObjectName name = ObjectName.of(ObjectKind.SEQUENCE, operation.sequence());
        if (operation.ifExists() && schema.find(name).isEmpty()) {
            schema.remove(name);
            return;
        }
        find(operation.sequence());
        List<String> needing = new ArrayList<>();
        for (Table table : schema.all(Table.class)) {
            for (Column column : table.columns()) {
                if (uses(column, operation.sequence())) {
                    needing.add("the default of the column \"" + column.name() + "\" of the table \"" + table.name()
                            + "\"");
                }
            }
        }
        if (!needing.isEmpty() && !operation.cascade()) {
            throw FoldingRefusal.needed("sequence \"" + operation.sequence() + "\"", needing);
        }
        withoutDefaults(operation.sequence());
        schema.remove(name);
    }

    private void withoutDefaults(QualifiedName sequence) {
        for (Table table : schema.all(Table.class)) {
            List<Column> columns = table.columns().stream()
                    .map(column -> uses(column, sequence) ? column.withDefault(null) : column)
                    .toList();
            if (!columns.equals(table.columns())) {
                schema.put(table.withColumns(columns));
            }
        }
    }

    /** {@code nextval('name')}, whatever is around it. */
    private boolean uses(Column column, QualifiedName sequence) {
        if (!(column.defaultValue() instanceof DefaultValue.Expression expression)) {
            return false;
        }
        List<SqlToken> tokens = schema.names.tokens(expression.sql());
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isWord("nextval") && tokens.get(i + 2).kind() == SqlToken.Kind.STRING) {
                String text = tokens.get(i + 2).text();
                String named = text.substring(1, text.length() - 1);
                return named.equals(text(sequence)) || named.equals(text(schema.kept(sequence)));
            }
        }
        return false;
    }

    /** Those of a column that goes; of all columns where none is named. */
    void dropOwned(QualifiedName table, @Nullable String column) {
        for (Sequence sequence : schema.all(Sequence.class)) {
            Sequence.Owner owner = sequence.owner();
            boolean owned = owner != null
                    && schema.same(owner.table(), table)
                    && (column == null || schema.rules.same(owner.column(), column));
            if (owned) {
                withoutDefaults(sequence.name());
                schema.remove(sequence.objectName());
            }
        }
    }

    void followTable(QualifiedName old, QualifiedName renamed) {
        for (Sequence sequence : schema.all(Sequence.class)) {
            Sequence.Owner owner = sequence.owner();
            if (owner != null && schema.same(owner.table(), old)) {
                schema.put(sequence.withOwner(new Sequence.Owner(renamed, owner.column())));
            }
        }
    }

    private Optional<Sequence> find(QualifiedName name) {
        SerialFolding serials = new SerialFolding(schema);
        Optional<Sequence> found =
                schema.find(ObjectKind.SEQUENCE, name, Sequence.class).or(() -> serials.spellOut(name));
        if (found.isEmpty() && schema.isCertain(ObjectKind.SEQUENCE, name)) {
            if (serials.mayHide()) {
                return Optional.empty();
            }
            throw FoldingRefusal.unknown("sequence \"" + name + "\"", name.name(), schema.namesOf(ObjectKind.SEQUENCE));
        }
        return found.filter(sequence -> schema.isCertain(sequence.objectName()));
    }
}
