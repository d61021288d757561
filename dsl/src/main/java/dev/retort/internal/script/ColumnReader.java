package dev.retort.internal.script;

import dev.retort.internal.operation.Change;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a column as an author declares it: its own properties, and the constraints and the index it brings along. */
final class ColumnReader {

    /** @param constraints those of this column alone; the primary key, if any, is the first */
    record Declared(
            Column column,
            boolean primaryKey,
            List<Constraint> constraints,
            @Nullable Index index) {}

    private static final List<String> OF_REFERENCES =
            List.of("onDelete", "onUpdate", "match", "deferrable", "initially", "notEnforced");

    private final QualifiedName table;
    private final TableNames names;
    private final String name;
    private final Options options;

    private ColumnReader(TableNames names, String name, Options options) {
        this.table = names.table();
        this.names = names;
        this.name = Columns.name("a column of " + table, name);
        names.declare(name);
        this.options = options;
    }

    /** Reads the options of a column; the caller reads its own and then calls {@link Options#done()}. */
    static Declared read(TableNames names, String name, @Nullable ColumnType type, Options options) {
        if (type == null) {
            throw new Refusal("Column \"" + name + "\" has no type.");
        }
        ColumnReader reader = new ColumnReader(names, name, options);
        boolean primaryKey = options.flag("primaryKey");
        Column column = reader.column(type, primaryKey);
        return new Declared(column, primaryKey, reader.constraints(primaryKey), reader.index());
    }

    /** The column as it was before, as far as {@code existing…} says. */
    static Column existing(String name, ColumnType type, Options options) {
        Change<DefaultValue> defaultValue = options.defaultValue("existingDefault");
        Identity identity = IdentityReader.identity("existingIdentity", options);
        Boolean nullable = options.choice("existingNullable");
        return Column.of(name, type)
                .withNullable(nullable == null ? identity == null : nullable)
                .withDefault(defaultValue == null ? null : defaultValue.to())
                .withComment(options.text("existingComment"))
                .withIdentity(identity)
                .withGenerated(generated(name, "existingGenerated", "existingStored", options))
                .withCollation(options.text("existingCollation"));
    }

    private Column column(ColumnType type, boolean primaryKey) {
        Boolean nullable = options.choice("nullable");
        boolean serial = ColumnType.isSerial(type);
        if (serial && Boolean.TRUE.equals(nullable)) {
            throw new Refusal(
                    "Column \"" + name + "\" is numbered by the database and cannot be nullable.",
                    "Leave out nullable: true.");
        }
        if (primaryKey && Boolean.TRUE.equals(nullable)) {
            throw new Refusal(
                    "Column \"" + name + "\" is the primary key and cannot be nullable.", "Leave out nullable: true.");
        }
        Change<DefaultValue> defaultValue = options.defaultValue("default");
        Identity identity = IdentityReader.identity("identity", options);
        Generated generated = generated(name, "generated", "stored", options);
        if (Stream.of(defaultValue == null ? null : defaultValue.to(), identity, generated, serial ? type : null)
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw new Refusal(
                    "Column \"" + name + "\" gets its value in two ways.",
                    "Say one of default:, identity: and generated:" + (serial ? ", with integer or bigint." : "."));
        }
        DefaultCheck.refuse(name, type, defaultValue == null ? null : defaultValue.to());
        boolean mayBeNull = nullable == null ? !primaryKey && identity == null && !serial : nullable;
        return new Column(
                name,
                type,
                mayBeNull,
                defaultValue == null ? null : defaultValue.to(),
                options.text("comment"),
                generated,
                identity,
                options.text("collation"),
                options.flag("autoincrement"),
                Boolean.FALSE.equals(nullable) ? onConflict() : null,
                Keywords.storage(options.text("storage")),
                options.text("compression"));
    }

    private @Nullable String onConflict() {
        return Keywords.onConflict(options.text("onConflict"));
    }

    private static @Nullable Generated generated(String name, String option, String storedOption, Options options) {
        String expression = options.sql(option);
        boolean stored = options.flag(storedOption);
        if (expression == null && options.has(storedOption)) {
            throw new Refusal(
                    "Column \"" + name + "\" says " + storedOption + ": without " + option + ":.",
                    "Write " + option + ": 'expression', " + storedOption + ": true.");
        }
        return expression == null ? null : new Generated(expression, stored);
    }

    private List<Constraint> constraints(boolean primaryKey) {
        List<Constraint> constraints = new ArrayList<>();
        if (primaryKey) {
            constraints.add(new Constraint.PrimaryKey(
                    names.primaryKey(null, List.of(name)), List.of(name), Deferral.NOT_DEFERRABLE, onConflict(), null));
        }
        boolean unique = options.flag("unique") && !options.flag("index");
        if (unique) {
            constraints.add(new Constraint.Unique(
                    names.unique(null, List.of(name)),
                    List.of(name),
                    Deferral.NOT_DEFERRABLE,
                    false,
                    onConflict(),
                    null));
        }
        if (onConflict() != null && !primaryKey && !unique && !Boolean.FALSE.equals(options.choice("nullable"))) {
            throw new Refusal(
                    "Column \"" + name + "\" says onConflict:, but no rule that a row could break.",
                    "It is for nullable: false, unique: true and primaryKey: true.");
        }
        String check = options.sql("check");
        if (check != null) {
            constraints.add(new Constraint.Check(names.check(null, name), check, false));
        }
        Constraint foreignKey = foreignKey();
        if (foreignKey != null) {
            constraints.add(foreignKey);
        }
        return constraints;
    }

    private @Nullable Constraint foreignKey() {
        String references = options.text("references");
        if (references == null) {
            for (String option : OF_REFERENCES) {
                if (options.value(option) != null) {
                    throw new Refusal(
                            "Column \"" + name + "\" says what happens to a reference, but references nothing.",
                            "Add references: 'table.column'.");
                }
            }
            return null;
        }
        ForeignKeyReader.Target target = ForeignKeyReader.references(references);
        return ConstraintReader.foreignKey(
                names.foreignKey(null, List.of(name), target), List.of(name), target, options);
    }

    /** With {@code unique} as well it is one unique index, as Alembic has it, and not two structures. */
    private @Nullable Index index() {
        if (!options.flag("index")) {
            return null;
        }
        return new Index(
                names.index(null, List.of(name)),
                table,
                List.of(new Index.Element.ColumnName(name)),
                options.flag("unique"),
                null,
                List.of(),
                null,
                false);
    }
}
