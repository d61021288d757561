package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.verb.ColumnOptions;
import dev.retort.internal.script.verb.ExcludeOptions;
import dev.retort.internal.script.verb.IndexOptions;
import dev.retort.internal.script.verb.KeyOptions;
import dev.retort.internal.script.verb.Option;
import dev.retort.internal.script.verb.ReferenceOptions;
import dev.retort.internal.script.verb.Verb;
import dev.retort.internal.script.verb.Verbs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is inside {@code createTable}: columns, constraints, indexes and a comment. */
@Verbs(generates = "TableBuilder")
final class TableVerbs {

    private final QualifiedName table;
    private final CurrentDatabase database;
    private final TableNames names;
    private final OperationReader operations;
    private final ConstraintReader reader;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<String> keyColumns = new ArrayList<>();
    private final Map<String, Object> keyOptions = new HashMap<>();
    private boolean keyDeclared;
    private int checks;
    private @Nullable String comment;

    TableVerbs(TableNames names, CurrentDatabase database) {
        this.table = names.table();
        this.names = names;
        this.database = database;
        this.operations = new OperationReader(names);
        this.reader = new ConstraintReader(names);
    }

    CurrentDatabase database() {
        return database;
    }

    @Verb("column 'c', type")
    @ColumnOptions
    void column(String name, ColumnType type, Options read) {
        ColumnReader.Declared declared = ColumnReader.read(names, name, type, read);
        read.done();
        if (columns.stream().anyMatch(column -> column.name().equals(name))) {
            throw new Refusal("Table \"" + table + "\" has two columns \"" + name + "\".");
        }
        columns.add(declared.column());
        declared.constraints().stream()
                .filter(constraint -> !(constraint instanceof Constraint.PrimaryKey))
                .forEach(constraints::add);
        if (declared.primaryKey()) {
            keyColumns.add(name);
            if (read.text("onConflict") != null) {
                keyOptions.put("onConflict", read.text("onConflict"));
            }
        }
        if (declared.index() != null) {
            indexes.add(declared.index());
        }
    }

    // Names are CharSequence and not String here and below: Groovy's checker takes a map for a String, and which of two
    // methods it then prefers depends on the order in which the JVM lists them.

    @Verb("primaryKey 'a', 'b'")
    @Option(value = "name", type = String.class)
    @KeyOptions
    void primaryKey(Options read, CharSequence... columns) {
        if (keyDeclared) {
            throw new Refusal(
                    "Table \"" + table + "\" has two primary keys.",
                    "Name all columns of the key in one: primaryKey 'a', 'b'.");
        }
        keyDeclared = true;
        constraints.add(reader.primaryKey(read.text("name"), Arrays.asList(columns), read));
    }

    @Verb("foreignKey 'a', 'b'")
    @Option(value = "references", type = String.class, required = true)
    @Option(value = "name", type = String.class)
    @ReferenceOptions
    void foreignKey(Options read, CharSequence... columns) {
        constraints.add(reader.foreignKey(read.text("name"), Arrays.asList(columns), read));
    }

    @Verb("unique 'a', 'b'")
    @Option(value = "name", type = String.class)
    @Option(value = "nullsNotDistinct", type = Boolean.class)
    @KeyOptions
    void unique(Options read, CharSequence... columns) {
        constraints.add(reader.unique(read.text("name"), Arrays.asList(columns), read));
    }

    @Verb
    void check(SqlExpression condition) {
        check(condition.sql(), new Options("check", Map.of()));
    }

    @Verb("check 'condition'")
    @Option(value = "name", type = String.class)
    @Option(
            value = {"noInherit", "notEnforced"},
            type = Boolean.class)
    void check(String condition, Options read) {
        checks++;
        constraints.add(reader.check(read.text("name"), Integer.toString(checks), condition, read));
    }

    /** @param elements columns to operators: {@code [room: '=', during: '&&']} */
    /** @param elements columns to operators: {@code [room: '=', during: '&&']} */
    @Verb("exclude([room: '=', during: '&&'])")
    @Option(value = "name", type = String.class)
    @ExcludeOptions
    void exclude(Map<String, String> elements, Options read) {
        constraints.add(reader.exclude(read.text("name"), elements, read));
    }

    /** @param columns names of columns, or {@code sql('…')} */
    /** @param columns names of columns, or {@code sql('…')} */
    @Verb(value = "index 'a', sql('lower(b)')", note = "SQL in the place of a name, `'lower(b)'`, is refused")
    @Option(value = "name", type = String.class)
    @IndexOptions
    void index(Options read, Object... columns) {
        indexes.add(operations.index(read.text("name"), Arrays.asList(columns), read));
    }

    @Verb("comment 'text'")
    void comment(String text) {
        comment = text;
    }

    Table build(@Nullable String commentOption, Table.Options options) {
        boolean hasOthersColumns =
                options.partitionOf() != null || !options.inherits().isEmpty();
        if (columns.isEmpty() && !hasOthersColumns) {
            throw new Refusal("Table \"" + table + "\" has no columns.", "Declare them: column 'id', integer.");
        } else if (!columns.isEmpty() && options.partitionOf() != null) {
            throw new Refusal(
                    "The partition \"" + table + "\" declares columns; it has those of \""
                            + options.partitionOf().table() + "\".",
                    "Take them away.");
        }
        if (!keyColumns.isEmpty()) {
            primaryKeyOfColumns();
        }
        if (!hasOthersColumns) {
            refuseUnknownColumns();
        }
        String text = comment != null ? comment : commentOption;
        return new Table(table, notNullKeys(), constraints, indexes, text, options);
    }

    private void primaryKeyOfColumns() {
        if (keyDeclared) {
            throw new Refusal(
                    "Table \"" + table + "\" has two primary keys.",
                    "Say it at the column or with primaryKey, not both.");
        }
        constraints.add(0, reader.primaryKey(null, keyColumns, new Options("primaryKey", keyOptions)));
    }

    private List<Column> notNullKeys() {
        Set<String> keys = constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(key -> ((Constraint.PrimaryKey) key).columns().stream())
                .collect(Collectors.toSet());
        return columns.stream()
                .map(column -> keys.contains(column.name()) ? column.withNullable(false) : column)
                .toList();
    }

    private void refuseUnknownColumns() {
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        Set<String> used = new LinkedHashSet<>();
        constraints.forEach(constraint -> used.addAll(constraint.accept(Constraint.COLUMNS)));
        for (Index index : indexes) {
            index.elements().stream()
                    .filter(Index.Element.ColumnName.class::isInstance)
                    .forEach(element -> used.add(((Index.Element.ColumnName) element).name()));
        }
        used.removeAll(names);
        for (String column : used) {
            throw new Refusal(
                    "Table \"" + table + "\" declares no column \"" + column + "\".",
                    Suggestion.didYouMean(column, names).orElse("It declares " + String.join(", ", names) + "."));
        }
    }
}
