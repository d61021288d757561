package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The columns that are of an enumeration. SQLite has no such types: what makes a column one is its check
 * {@code CONSTRAINT enum_<type> CHECK (column IN (…))}, and a change of the type is a rebuild of each table with such a
 * column, all its columns in one.
 */
final class EnumColumns {

    private final Catalog catalog;
    private final QualifiedName name;
    private final List<SchemaRow> objects;
    private final List<Use> uses = new ArrayList<>();

    /** A column of the enumeration. */
    private record Use(SchemaRow table, ColumnText column, List<String> values) {
        /** The default, where it is a plain text. */
        @Nullable
        String defaultText() {
            List<SqlToken> tokens =
                    column.clause(Clause.Kind.DEFAULT).map(Clause::tokens).orElse(List.of());
            boolean plain = tokens.size() == 2 && tokens.get(1).kind() == SqlToken.Kind.STRING;
            return plain ? Names.read(tokens.get(1)) : null;
        }
    }

    EnumColumns(Catalog catalog, QualifiedName name) {
        this.catalog = catalog;
        this.name = name;
        this.objects = SchemaRow.all(catalog);
        String wanted = Definitions.ENUM_CHECK + Names.unqualified(name);
        Set<String> others = new TreeSet<>();
        for (SchemaRow table : objects) {
            if (table.type().equals("table") && !table.isVirtual()) {
                read(table, wanted, others);
            }
        }
        uses.sort(Comparator.comparing(use -> use.table().name()));
        if (uses.isEmpty()) {
            Suggestion.didYouMean(name.name(), others).ifPresent(hint -> {
                throw Refusal.of("No column is of the enum \"" + name + "\".", hint);
            });
        }
    }

    private void read(SchemaRow table, String wanted, Set<String> others) {
        TableText text = TableText.parse(table.sql());
        for (ColumnText column : text.columns()) {
            for (Clause clause : column.clauses()) {
                String check = clause.name();
                if (check != null && Names.same(check, wanted)) {
                    uses.add(new Use(table, column, values(table, column, clause)));
                } else if (check != null && check.startsWith(Definitions.ENUM_CHECK)) {
                    others.add(check.substring(Definitions.ENUM_CHECK.length()));
                }
            }
        }
        text.rules().stream()
                .flatMap(rule -> rule.clauses().stream())
                .filter(clause -> clause.name() != null && Names.same(clause.name(), wanted))
                .findAny()
                .ifPresent(clause -> {
                    throw unreadable(table, wanted);
                });
    }

    /** {@code CHECK ( column IN ( 'a' , 'b' ) )} and nothing else, or what it means is not known. */
    private static List<String> values(SchemaRow table, ColumnText column, Clause clause) {
        List<SqlToken> tokens = clause.tokens();
        int end = tokens.size() - 2;
        boolean shaped = clause.kind() == Clause.Kind.CHECK
                && end > 5
                && tokens.get(1).isSymbol("(")
                && Names.same(Names.read(tokens.get(2)), column.name())
                && tokens.get(3).isWord("IN")
                && tokens.get(4).isSymbol("(")
                && tokens.get(end).isSymbol(")")
                && end % 2 == 0;
        List<String> values = new ArrayList<>();
        for (int i = 5; shaped && i < end; i++) {
            boolean value = i % 2 == 1;
            shaped = value
                    ? tokens.get(i).kind() == SqlToken.Kind.STRING
                    : tokens.get(i).isSymbol(",");
            if (shaped && value) {
                values.add(Names.read(tokens.get(i)));
            }
        }
        if (!shaped) {
            throw unreadable(table, clause.name());
        }
        return values;
    }

    private static RetortException unreadable(SchemaRow table, @Nullable String check) {
        return Refusal.of(
                "The check \"" + check + "\" of the table \"" + table.name()
                        + "\" is not of the form that makes a column an enumeration, CHECK (column IN ('a', 'b')).",
                "Change it with dropConstraint and createCheckConstraint, or give the column its type again with"
                        + " alterColumn.");
    }

    List<SqlStatement> add(AddEnumValue operation) {
        List<Operation> changes = new ArrayList<>();
        for (Use use : uses) {
            if (use.values().contains(operation.value())) {
                if (!operation.ifNotExists()) {
                    throw Refusal.of(
                            "The enum \"" + name + "\" has a value \"" + operation.value() + "\" already.",
                            "Say ifNotExists: true where that is as it should be.");
                }
            } else {
                List<String> values = new ArrayList<>(use.values());
                values.add(place(use, operation.before(), operation.after()), operation.value());
                changes.add(change(use, values, null, null));
            }
        }
        return rebuilds(changes);
    }

    private int place(Use use, @Nullable String before, @Nullable String after) {
        if (before != null) {
            return index(use, before);
        }
        return after != null ? index(use, after) + 1 : use.values().size();
    }

    private int index(Use use, String value) {
        int at = use.values().indexOf(value);
        if (at < 0) {
            throw Refusal.of(
                    "The enum \"" + name + "\" has no value \"" + value + "\".",
                    Suggestion.didYouMean(value, use.values())
                            .orElse("It has " + String.join(", ", use.values()) + "."));
        }
        return at;
    }

    /** The check bears the name of the type. */
    List<SqlStatement> rename(RenameEnum operation) {
        QualifiedName renamed = QualifiedName.of(operation.newName());
        return rebuilds(uses.stream()
                .map(use -> changed(use, new ColumnType.Enumeration(renamed, use.values()), null, null))
                .toList());
    }

    List<SqlStatement> reorder(ReorderEnumValues operation) {
        for (Use use : uses) {
            if (!Set.copyOf(use.values()).equals(Set.copyOf(operation.values()))) {
                throw Refusal.of(
                        "The enum \"" + name + "\" has other values than those that are put in order.",
                        "It has " + String.join(", ", use.values()) + ".");
            }
        }
        return rebuilds(uses.stream()
                .map(use -> change(use, operation.values(), null, null))
                .toList());
    }

    /** The values; those of one of the columns, for there is no type that they would have in common. */
    List<String> values() {
        return uses.isEmpty() ? List.of() : uses.get(0).values();
    }

    List<SqlStatement> rename(RenameEnumValue operation) {
        List<Operation> changes = new ArrayList<>();
        for (Use use : uses) {
            if (use.values().contains(operation.newValue())) {
                throw Refusal.of("The enum \"" + name + "\" has a value \"" + operation.newValue() + "\" already.");
            }
            List<String> values = new ArrayList<>(use.values());
            values.set(index(use, operation.value()), operation.newValue());
            changes.add(change(use, values, operation.value(), operation.newValue()));
        }
        refuseMentions(operation.value(), "renamed");
        return rebuilds(changes);
    }

    List<SqlStatement> drop(DropEnumValue operation) {
        String instead = operation.replaceWith();
        List<Operation> changes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Use use : uses) {
            List<String> values = new ArrayList<>(use.values());
            values.remove(index(use, operation.value()));
            if (values.isEmpty()) {
                throw Refusal.of(
                        "\"" + operation.value() + "\" is the only value of the enum \"" + name + "\".",
                        "Drop its columns, or give them another type.");
            }
            if (instead == null) {
                problems.addAll(using(use, operation.value()));
            } else {
                index(use, instead);
            }
            changes.add(change(use, values, operation.value(), instead));
        }
        if (!problems.isEmpty()) {
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    Problem.of("The value \"" + operation.value() + "\" of the enum \"" + name + "\" is in use: "
                                    + String.join(", ", problems) + ".")
                            .withHint("Give them another value first, or say which with replaceWith:."));
        }
        refuseMentions(operation.value(), "dropped");
        return rebuilds(changes);
    }

    /** What has the value now; where SQL is only written down there are no rows, and the new check refuses them later. */
    private List<String> using(Use use, String value) {
        String table = use.table().name();
        String column = use.column().name();
        List<String> found = new ArrayList<>();
        Long rows = catalog.query("SELECT count(*) AS n FROM " + Names.quote(table) + " WHERE " + Names.quote(column)
                        + " = " + Values.literal(value))
                .get(0)
                .integer("n");
        if (rows != null && rows > 0) {
            found.add((rows == 1 ? "1 row" : rows + " rows") + " of \"" + table + "\" in \"" + column + "\"");
        }
        if (value.equals(use.defaultText())) {
            found.add("the default of \"" + column + "\" in \"" + table + "\"");
        }
        return found;
    }

    /**
     * @param from the value that rows are to lose
     * @param to what they are to have instead; null where none has it
     */
    private AlterColumn change(Use use, List<String> values, @Nullable String from, @Nullable String to) {
        String column = Names.quote(use.column().name());
        String using = null;
        Change<DefaultValue> defaultValue = null;
        if (from != null && to != null) {
            using = "CASE " + column + " WHEN " + Values.literal(from) + " THEN " + Values.literal(to) + " ELSE "
                    + column + " END";
            if (from.equals(use.defaultText())) {
                defaultValue = new Change<>(new DefaultValue.Literal(to));
            }
        }
        return changed(use, new ColumnType.Enumeration(name, values), defaultValue, using);
    }

    private static AlterColumn changed(
            Use use, ColumnType type, @Nullable Change<DefaultValue> defaultValue, @Nullable String using) {
        ColumnChange change = new ColumnChange(null, type, null, defaultValue, null, using);
        return new AlterColumn(
                QualifiedName.of(use.table().name()), use.column().name(), change, ColumnChange.NONE);
    }

    /** PostgreSQL's indexes, checks and views follow a value; here they are texts, and what they mean is not known. */
    private void refuseMentions(String value, String what) {
        Predicate<SchemaRow> concerned = object -> uses.stream()
                .anyMatch(use -> object.belongsTo(use.table().name())
                        || mentions(object, use.table().name()));
        for (SchemaRow object : objects) {
            List<SqlToken> tokens = Names.tokens(object.type().equals("table") ? remaining(object) : object.sql());
            boolean found = tokens.stream()
                    .anyMatch(token -> token.kind() == SqlToken.Kind.STRING
                            && Names.read(token).equals(value));
            if (found && concerned.test(object)) {
                throw Refusal.of(
                        "The value \"" + value + "\" cannot be " + what + ": the " + object
                                + " speaks of it in SQL of its own, which SQLite does not change.",
                        "Drop that first, and create it again afterwards.");
            }
        }
    }

    private static boolean mentions(SchemaRow object, String table) {
        boolean refers = object.type().equals("view") || object.type().equals("trigger");
        return refers && Names.tokens(object.sql()).stream().anyMatch(token -> Names.same(Names.read(token), table));
    }

    /** A table's text without what is changed by itself: the checks of the enumeration, and its columns' defaults. */
    private String remaining(SchemaRow table) {
        TableText text = TableText.parse(table.sql());
        for (Use use : uses) {
            if (use.table().equals(table)) {
                text = text.edited(use.column().name(), column -> {
                    ColumnText changed = use.defaultText() == null ? column : column.withDefault(null);
                    return Rebuild.enumCheck(changed).map(changed::without).orElse(changed);
                });
            }
        }
        return text.sql();
    }

    /** Each table is made anew against what the one before it left. */
    private List<SqlStatement> rebuilds(List<? extends Operation> changes) {
        Map<QualifiedName, List<Operation>> tables = new LinkedHashMap<>();
        changes.forEach(change -> tables.computeIfAbsent(((AlterColumn) change).table(), table -> new ArrayList<>())
                .add(change));
        List<SqlStatement> statements = new ArrayList<>();
        try (ShadowSchema scratch = ShadowSchema.of(catalog)) {
            for (Map.Entry<QualifiedName, List<Operation>> table : tables.entrySet()) {
                BatchAlterTable batch = new BatchAlterTable(table.getKey(), table.getValue());
                List<SqlStatement> rebuild = AlterTablePlanner.of(scratch.catalog(), batch);
                for (SqlStatement statement : rebuild) {
                    scratch.execute(statement.sql());
                }
                statements.addAll(rebuild);
            }
        } catch (SQLException e) {
            throw ShadowSchema.refused(name.toString(), e);
        }
        return statements;
    }
}
