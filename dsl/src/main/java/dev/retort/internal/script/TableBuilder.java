package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands inside {@code createTable}: columns, constraints, indexes and a comment. */
public final class TableBuilder {

    private final QualifiedName table;
    private final String databaseName;
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

    TableBuilder(TableNames names, String dialect) {
        this.table = names.table();
        this.names = names;
        this.databaseName = dialect;
        this.operations = new OperationReader(names);
        this.reader = new ConstraintReader(names);
    }

    /** What stands inside counts on this database alone, {@code postgresql} or {@code sqlite}. */
    public void onlyOn(
            String database,
            @DelegatesTo(value = TableBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        onlyOn(List.of(database), body);
    }

    public void onlyOn(
            List<?> databases,
            @DelegatesTo(value = TableBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        if (Databases.include(databases, databaseName)) {
            Closures.call(body, this);
        }
    }

    public void column(String name, ColumnType type) {
        column(Map.of(), name, type);
    }

    public void column(
            @NamedParam(value = "nullable", type = Boolean.class)
                    @NamedParam(value = "default", type = Object.class)
                    @NamedParam(value = "primaryKey", type = Boolean.class)
                    @NamedParam(value = "unique", type = Boolean.class)
                    @NamedParam(value = "index", type = Boolean.class)
                    @NamedParam(value = "references", type = String.class)
                    @NamedParam(value = "onDelete", type = String.class)
                    @NamedParam(value = "onUpdate", type = String.class)
                    @NamedParam(value = "match", type = String.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    @NamedParam(value = "comment", type = String.class)
                    @NamedParam(value = "identity", type = Object.class)
                    @NamedParam(value = "generated", type = Object.class)
                    @NamedParam(value = "stored", type = Boolean.class)
                    @NamedParam(value = "collation", type = String.class)
                    @NamedParam(value = "autoincrement", type = Boolean.class)
                    @NamedParam(value = "check", type = Object.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "storage", type = String.class)
                    @NamedParam(value = "compression", type = String.class)
                    Map<String, ?> options,
            String name,
            ColumnType type) {
        Options read = new Options("column", options);
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
                keyOptions.put("onConflict", options.get("onConflict"));
            }
        }
        if (declared.index() != null) {
            indexes.add(declared.index());
        }
    }

    // Names are CharSequence and not String here and below: Groovy's checker takes a map for a String, and which of two
    // methods it then prefers depends on the order in which the JVM tells them.

    public void primaryKey(CharSequence... columns) {
        primaryKey(Map.of(), columns);
    }

    public void primaryKey(
            @NamedParam(value = "name", type = String.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            CharSequence... columns) {
        Options read = new Options("primaryKey", options);
        if (keyDeclared) {
            throw new Refusal(
                    "Table \"" + table + "\" has two primary keys.",
                    "Name all columns of the key in one: primaryKey 'a', 'b'.");
        }
        keyDeclared = true;
        constraints.add(reader.primaryKey(read.text("name"), Arrays.asList(columns), read));
        read.done();
    }

    public void foreignKey(
            @NamedParam(value = "references", type = String.class, required = true)
                    @NamedParam(value = "onDelete", type = String.class)
                    @NamedParam(value = "onUpdate", type = String.class)
                    @NamedParam(value = "match", type = String.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    @NamedParam(value = "name", type = String.class)
                    Map<String, ?> options,
            CharSequence... columns) {
        Options read = new Options("foreignKey", options);
        constraints.add(reader.foreignKey(read.text("name"), Arrays.asList(columns), read));
        read.done();
    }

    public void unique(CharSequence... columns) {
        unique(Map.of(), columns);
    }

    public void unique(
            @NamedParam(value = "name", type = String.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "nullsNotDistinct", type = Boolean.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            CharSequence... columns) {
        Options read = new Options("unique", options);
        constraints.add(reader.unique(read.text("name"), Arrays.asList(columns), read));
        read.done();
    }

    public void check(String condition) {
        check(Map.of(), condition);
    }

    public void check(SqlExpression condition) {
        check(Map.of(), condition.sql());
    }

    public void check(
            @NamedParam(value = "name", type = String.class)
                    @NamedParam(value = "noInherit", type = Boolean.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    Map<String, ?> options,
            String condition) {
        Options read = new Options("check", options);
        checks++;
        constraints.add(reader.check(read.text("name"), Integer.toString(checks), condition, read));
        read.done();
    }

    /** @param elements columns to operators: {@code [room: '=', during: '&&']} */
    public void exclude(Map<String, String> elements) {
        exclude(Map.of(), elements);
    }

    public void exclude(
            @NamedParam(value = "name", type = String.class)
                    @NamedParam(value = "using", type = String.class)
                    @NamedParam(value = "where", type = Object.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "ops", type = Map.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            Map<String, String> elements) {
        Options read = new Options("exclude", options);
        constraints.add(reader.exclude(read.text("name"), elements, read));
        read.done();
    }

    /** @param columns names of columns, or {@code sql('…')} */
    public void index(Object... columns) {
        index(Map.of(), columns);
    }

    public void index(
            @NamedParam(value = "name", type = String.class)
                    @NamedParam(value = "unique", type = Boolean.class)
                    @NamedParam(value = "where", type = Object.class)
                    @NamedParam(value = "using", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "nullsNotDistinct", type = Boolean.class)
                    @NamedParam(value = "ops", type = Map.class)
                    @NamedParam(value = "collation", type = Map.class)
                    @NamedParam(value = "order", type = Map.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            Object... columns) {
        Options read = new Options("index", options);
        indexes.add(operations.index(read.text("name"), Arrays.asList(columns), read));
        read.done();
    }

    public void comment(String text) {
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
