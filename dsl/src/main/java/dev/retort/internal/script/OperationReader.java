package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.ColumnPlace;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the changes of one table, the same inside and outside of {@code batchAlterTable}, into operations. */
final class OperationReader {

    private static final Map<String, ConstraintKind> KINDS = Map.of(
            "foreignkey", ConstraintKind.FOREIGN_KEY,
            "primary", ConstraintKind.PRIMARY_KEY,
            "unique", ConstraintKind.UNIQUE,
            "check", ConstraintKind.CHECK,
            "exclude", ConstraintKind.EXCLUDE);

    private final QualifiedName table;
    private final TableNames names;
    private final ConstraintReader constraints;

    OperationReader(TableNames names) {
        Columns.name("a table", names.table().name());
        this.table = names.table();
        this.names = names;
        this.constraints = new ConstraintReader(names);
    }

    Operation addColumn(String column, ColumnType type, Options options) {
        ColumnReader.Declared declared = ColumnReader.read(names, column, type, options);
        boolean ifNotExists = options.flag("ifNotExists");
        ColumnPlace place = place(column, options);
        options.done();
        return new AddColumn(table, declared.column(), declared.constraints(), declared.index(), ifNotExists, place);
    }

    Operation dropColumn(String column, Options options) {
        String name = Columns.name("the column to drop", column);
        ColumnType type = options.type("was");
        Column was = ColumnReader.existing(name, type == null ? ColumnType.Simple.TEXT : type, options);
        Operation operation = new DropColumn(
                table, name, options.flag("ifExists"), options.flag("cascade"), type == null ? null : was);
        options.done();
        return operation;
    }

    Operation alterColumn(String column, Options options) {
        ColumnChange to = new ColumnChange(
                options.text("newColumnName"),
                options.type("type"),
                options.choice("nullable"),
                options.defaultValue("default"),
                options.maybeText("comment"),
                options.sql("using"),
                options.maybeText("collation"),
                options.has("identity") ? new Change<>(IdentityReader.identity("identity", options)) : null);
        ColumnChange from = new ColumnChange(
                null,
                options.type("existingType"),
                options.choice("existingNullable"),
                options.defaultValue("existingDefault"),
                options.maybeText("existingComment"),
                options.sql("existingUsing"),
                options.maybeText("existingCollation"),
                options.has("existingIdentity")
                        ? new Change<>(IdentityReader.identity("existingIdentity", options))
                        : null);
        ColumnPlace place = place(column, options);
        boolean recreateViews = Keywords.views(options.text("views")) != null;
        options.done();
        DefaultCheck.refuse(
                column,
                to.type() != null ? to.type() : from.type(),
                to.defaultValue() == null ? null : to.defaultValue().to());
        if (to.newName() != null) {
            names.declare(to.newName());
        }
        if (ColumnType.isSerial(to.type())) {
            throw new Refusal(
                    "The column \"" + column + "\" cannot become serial: only a new column can be serial.",
                    "Write type: integer or bigint, and identity: true.");
        } else if (recreateViews && to.type() == null) {
            throw new Refusal(
                    "alterColumn says views: without type:.",
                    "Views need nothing when anything else of a column changes.");
        } else if (to.using() != null && to.type() == null) {
            throw new Refusal(
                    "alterColumn says using: without type:.", "It computes the values of the new type; name that too.");
        } else if (to.collation() != null && to.type() == null) {
            throw new Refusal("alterColumn says collation: without type:.", "It is a part of the type; name that too.");
        } else if (to.equals(ColumnChange.NONE) && place == null) {
            throw new Refusal(
                    "alterColumn changes nothing of \"" + column + "\".",
                    "Say newColumnName:, type:, nullable:, default:, comment: or identity:.");
        }
        return new AlterColumn(table, Columns.name("the column to alter", column), to, from, place, recreateViews);
    }

    private static @Nullable ColumnPlace place(String column, Options options) {
        String before = options.text("before");
        String after = options.text("after");
        if (before != null && after != null) {
            throw new Refusal(
                    "The column \"" + column + "\" is to be before \"" + before + "\" and after \"" + after + "\".",
                    "One of the two says where it goes.");
        }
        String neighbour = before != null ? before : after;
        if (neighbour == null) {
            return null;
        } else if (neighbour.equals(column)) {
            throw new Refusal("The column \"" + column + "\" is to be next to itself.", "Name another column.");
        }
        return new ColumnPlace(before != null ? ColumnPlace.Side.BEFORE : ColumnPlace.Side.AFTER, neighbour);
    }

    Operation renameColumn(String column, String newName) {
        names.declare(newName);
        return new AlterColumn(
                table,
                Columns.name("the column to rename", column),
                ColumnChange.rename(Columns.name("the renamed column", newName)),
                ColumnChange.NONE);
    }

    Operation createIndex(@Nullable String name, Collection<?> elements, Options options) {
        Index index = index(name, elements, options);
        Operation operation = new CreateIndex(index, options.flag("concurrently"), options.flag("ifNotExists"));
        options.done();
        return operation;
    }

    /** An index by the options that {@code createIndex} and {@code index} in a table share. */
    Index index(@Nullable String name, Collection<?> given, Options options) {
        List<Index.Element> elements = IndexElements.of("an index of " + table, given, options);
        names.refuseExpressions("an index of " + table, Columns.names(elements), true);
        return new Index(
                names.index(name, Columns.texts(elements)),
                table,
                elements,
                options.flag("unique"),
                options.text("using"),
                options.names("include"),
                options.sql("where"),
                options.flag("nullsNotDistinct"),
                options.storage());
    }

    Operation dropIndex(@Nullable String name, Options options) {
        return dropIndex(name, this, options);
    }

    /** @param reader of the table; null where the author named none */
    static Operation dropIndex(@Nullable String name, @Nullable OperationReader reader, Options options) {
        Object was = options.value("was");
        if (name != null || was == null) {
            Columns.name("the index to drop", name);
        }
        if (was != null && reader == null) {
            throw new Refusal(
                    "dropIndex says was: without a table.",
                    "Write dropIndex '" + name + "', 'table', was: ['column'].");
        }
        Index index =
                reader != null && was instanceof Collection<?> elements ? reader.index(name, elements, options) : null;
        if (was != null && index == null) {
            throw new Refusal("Option \"was\" of dropIndex takes a list of columns, not \"" + was + "\".");
        }
        QualifiedName dropped = index != null
                ? new QualifiedName(index.table().schema(), index.name())
                : dropped(Columns.name("the index to drop", name), reader, options);
        Operation operation = new DropIndex(
                dropped,
                reader == null ? null : reader.table,
                options.flag("concurrently"),
                options.flag("ifExists"),
                options.flag("cascade"),
                index);
        options.done();
        return operation;
    }

    private static QualifiedName dropped(String name, @Nullable OperationReader reader, Options options) {
        return reader == null
                ? options.qualified("the index to drop", name)
                : new QualifiedName(reader.table.schema(), reader.names.droppedIndex(name));
    }

    Operation createPrimaryKey(@Nullable String name, Collection<?> columns, Options options) {
        return added(constraints.primaryKey(name, columns, options), options);
    }

    Operation createUniqueConstraint(@Nullable String name, Collection<?> columns, Options options) {
        return added(constraints.unique(name, columns, options), options);
    }

    Operation createCheckConstraint(@Nullable String name, CharSequence condition, Options options) {
        return added(constraints.check(name, condition, options), options);
    }

    Operation createExcludeConstraint(@Nullable String name, Map<?, ?> elements, Options options) {
        return added(constraints.exclude(name, elements, options), options);
    }

    Operation createForeignKey(
            @Nullable String name, String referent, Collection<?> local, Collection<?> remote, Options options) {
        QualifiedName target = options.qualified("the referenced table", referent, "referentSchema");
        return added(constraints.foreignKey(name, local, target, remote, options), options);
    }

    Operation validateConstraint(String name) {
        return new ValidateConstraint(table, Columns.name("the constraint to validate", name));
    }

    Operation renameConstraint(String name, String newName) {
        return new RenameConstraint(
                table, Columns.name("the constraint to rename", name), Columns.name("the renamed constraint", newName));
    }

    private Operation added(Constraint constraint, Options options) {
        options.done();
        return new AddConstraint(table, constraint);
    }

    Operation dropConstraint(@Nullable String name, Options options) {
        ConstraintKind kind = kind(options.text("type"));
        if (name != null || kind == null) {
            Columns.name("the constraint to drop", name);
        }
        Constraint was = wasConstraint(name, kind, options);
        List<String> names = dropped(name, kind, was);
        Operation operation = new DropConstraint(
                names.get(0),
                table,
                kind,
                options.flag("ifExists"),
                options.flag("cascade"),
                was,
                names.subList(1, names.size()));
        options.done();
        return operation;
    }

    /** Without its type, a name that was given is taken as it is, for it is not known which pattern it came from. */
    private List<String> dropped(@Nullable String name, @Nullable ConstraintKind kind, @Nullable Constraint was) {
        boolean foundByColumns = kind != ConstraintKind.CHECK || name == null;
        if (was != null && was.name() != null && foundByColumns) {
            return List.of(was.name());
        }
        return kind != null ? names.dropped(name, kind) : List.of(Columns.name("the constraint to drop", name));
    }

    static @Nullable ConstraintKind kind(@Nullable String word) {
        if (word == null) {
            return null;
        }
        ConstraintKind kind = KINDS.get(word.strip().toLowerCase(Locale.ROOT));
        if (kind == null) {
            List<String> words = KINDS.keySet().stream().sorted().toList();
            throw new Refusal(
                    "\"" + word + "\" is no type of constraint.",
                    Suggestion.didYouMean(word, words).orElse("Write one of " + String.join(", ", words) + "."));
        }
        return kind;
    }

    private @Nullable Constraint wasConstraint(@Nullable String name, @Nullable ConstraintKind kind, Options options) {
        Object was = options.value("was");
        if (was == null) {
            return null;
        } else if (kind == null) {
            throw new Refusal("dropConstraint says was: without type:.", "Add type: 'unique', or what it is.");
        } else if (kind == ConstraintKind.CHECK && was instanceof CharSequence condition) {
            return constraints.check(name, condition, options);
        } else if (kind == ConstraintKind.EXCLUDE && was instanceof Map<?, ?> elements) {
            return constraints.exclude(name, elements, options);
        } else if (!(was instanceof Collection<?>)) {
            throw new Refusal(
                    "Option \"was\" of dropConstraint does not fit its type.",
                    "It takes a list of columns, for a check its condition, for an exclusion its columns and operators.");
        }
        Collection<?> columns = new ArrayList<>((Collection<?>) was);
        return switch (kind) {
            case PRIMARY_KEY -> constraints.primaryKey(name, columns, options);
            case UNIQUE -> constraints.unique(name, columns, options);
            case FOREIGN_KEY -> constraints.foreignKey(name, columns, options);
            case CHECK, EXCLUDE -> throw new Refusal("Option \"was\" of dropConstraint does not fit its type.");
        };
    }

    Operation tableComment(@Nullable String comment, Options options) {
        String was = options.text("existingComment");
        options.done();
        return new SetTableComment(table, comment, was);
    }
}
