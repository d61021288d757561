package dev.retort.script;

import dev.retort.operation.Change;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnType;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferral;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a column as an author declares it: its own properties, and the constraints and the index it brings along. */
final class ColumnReader {

    /** @param constraints those of this column alone; the primary key, if any, is the first */
    record Declared(
            Column column,
            boolean primaryKey,
            List<Constraint> constraints,
            @Nullable Index index) {}

    private final QualifiedName table;
    private final String name;
    private final Options options;

    private ColumnReader(QualifiedName table, String name, Options options) {
        this.table = table;
        this.name = Columns.name("a column of " + table, name);
        this.options = options;
    }

    /** Reads the options of a column; the caller reads its own and then calls {@link Options#done()}. */
    static Declared read(QualifiedName table, String name, @Nullable ColumnType type, Options options) {
        if (type == null) {
            throw new Refusal("Column \"" + name + "\" has no type.");
        }
        ColumnReader reader = new ColumnReader(table, name, options);
        boolean primaryKey = options.flag("primaryKey");
        Column column = reader.column(type, primaryKey);
        return new Declared(column, primaryKey, reader.constraints(primaryKey), reader.index());
    }

    /** The column as it was before, as far as {@code existing…} says. */
    static Column existing(String name, ColumnType type, Options options) {
        Change<DefaultValue> defaultValue = options.defaultValue("existingDefault");
        return Column.of(name, type)
                .withNullable(!Boolean.FALSE.equals(options.choice("existingNullable")))
                .withDefault(defaultValue == null ? null : defaultValue.to())
                .withComment(options.text("existingComment"));
    }

    private Column column(ColumnType type, boolean primaryKey) {
        Boolean nullable = options.choice("nullable");
        if (primaryKey && Boolean.TRUE.equals(nullable)) {
            throw new Refusal(
                    "Column \"" + name + "\" is the primary key and cannot be nullable.", "Leave out nullable: true.");
        }
        Change<DefaultValue> defaultValue = options.defaultValue("default");
        Identity identity = identity();
        boolean mayBeNull = nullable == null ? !primaryKey && identity == null : nullable;
        return new Column(
                name,
                type,
                mayBeNull,
                defaultValue == null ? null : defaultValue.to(),
                options.text("comment"),
                generated(),
                identity,
                options.text("collation"),
                options.flag("autoincrement"));
    }

    private @Nullable Generated generated() {
        String expression = options.sql("generated");
        boolean stored = options.flag("stored");
        if (expression == null && options.has("stored")) {
            throw new Refusal(
                    "Column \"" + name + "\" says stored: without generated:.",
                    "Write generated: 'expression', stored: true.");
        }
        return expression == null ? null : new Generated(expression, stored);
    }

    private @Nullable Identity identity() {
        Object identity = options.value("identity");
        if (identity == null || Boolean.FALSE.equals(identity)) {
            return null;
        } else if (Boolean.TRUE.equals(identity)) {
            return new Identity(false, null, null);
        } else if (identity instanceof Map<?, ?> map) {
            Options inner = new Options("identity", map);
            Identity read = new Identity(inner.flag("always"), number(inner, "start"), number(inner, "increment"));
            inner.done();
            return read;
        } else if (identity instanceof CharSequence word) {
            return switch (word.toString().strip().toLowerCase(Locale.ROOT)) {
                case "always" -> new Identity(true, null, null);
                case "by default" -> new Identity(false, null, null);
                default -> throw notIdentity(identity);
            };
        }
        throw notIdentity(identity);
    }

    private static Refusal notIdentity(Object value) {
        return new Refusal(
                "Option \"identity\" is true, 'always', 'by default' or [always: …, start: …, increment: …], not \""
                        + value + "\".");
    }

    private static @Nullable Long number(Options options, String name) {
        Object value = options.value(name);
        if (value == null || value instanceof Integer || value instanceof Long) {
            return value == null ? null : Long.valueOf(((Number) value).longValue());
        }
        throw new Refusal("Option \"" + name + "\" of identity takes a whole number, not \"" + value + "\".");
    }

    private List<Constraint> constraints(boolean primaryKey) {
        List<Constraint> constraints = new ArrayList<>();
        if (primaryKey) {
            constraints.add(new Constraint.PrimaryKey(DefaultNames.primaryKey(table.name()), List.of(name)));
        }
        if (options.flag("unique") && !options.flag("index")) {
            constraints.add(new Constraint.Unique(
                    DefaultNames.unique(table.name(), List.of(name)), List.of(name), Deferral.NOT_DEFERRABLE, false));
        }
        String check = options.sql("check");
        if (check != null) {
            constraints.add(new Constraint.Check(DefaultNames.check(table.name(), name), check, false));
        }
        Constraint foreignKey = foreignKey();
        if (foreignKey != null) {
            constraints.add(foreignKey);
        }
        return constraints;
    }

    private @Nullable Constraint foreignKey() {
        String references = options.text("references");
        String onDelete = ForeignKeyWords.action("onDelete", options.text("onDelete"));
        String onUpdate = ForeignKeyWords.action("onUpdate", options.text("onUpdate"));
        if (references == null) {
            if (onDelete != null || onUpdate != null) {
                throw new Refusal(
                        "Column \"" + name + "\" says what happens to a reference, but references nothing.",
                        "Add references: 'table.column'.");
            }
            return null;
        }
        return ConstraintReader.foreignKey(
                DefaultNames.foreignKey(table.name(), List.of(name)),
                List.of(name),
                ForeignKeyWords.references(references),
                options);
    }

    /** With {@code unique} as well it is one unique index, as Alembic has it, and not two structures. */
    private @Nullable Index index() {
        if (!options.flag("index")) {
            return null;
        }
        return new Index(
                DefaultNames.index(table.name(), List.of(name)),
                table,
                List.of(new Index.Element.ColumnName(name)),
                options.flag("unique"),
                null,
                List.of(),
                null,
                false);
    }
}
