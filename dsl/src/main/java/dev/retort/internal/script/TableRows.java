package dev.retort.internal.script;

import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table as {@code table('x')} gives them: narrowed by {@code where}, then changed. */
public final class TableRows {

    private final Operations operations;
    private final QualifiedName table;
    private final @Nullable Condition condition;

    TableRows(Operations operations, QualifiedName table) {
        this(operations, table, null);
    }

    private TableRows(Operations operations, QualifiedName table, @Nullable Condition condition) {
        this.operations = operations;
        this.table = table;
        this.condition = condition;
    }

    /** The rows with these values: a null means {@code IS NULL}, a list means any of its members. */
    public TableRows where(Map<String, ?> values) {
        if (values.isEmpty()) {
            throw new Refusal("where names no column.", "Leave it out to mean all rows.");
        }
        values.forEach((column, value) -> {
            if (value instanceof Collection<?> any && any.isEmpty()) {
                throw new Refusal("where compares \"" + column + "\" with an empty list.", "No row matches that.");
            }
        });
        return narrowed(new Condition.Matches(PlainValue.row(values)));
    }

    public TableRows where(String sql) {
        return where(Map.of(), sql);
    }

    /** @param parameters bound where the text says {@code :name} */
    public TableRows where(Map<String, ?> parameters, String sql) {
        return narrowed(new Condition.Sql(Columns.name("the condition of where", sql), PlainValue.row(parameters)));
    }

    private TableRows narrowed(Condition narrower) {
        if (condition != null) {
            throw new Refusal("where is given twice.", "Put both conditions into one.");
        }
        return new TableRows(operations, table, narrower);
    }

    /** How many rows it changed. */
    public int update(Map<String, ?> values) {
        if (values.isEmpty()) {
            throw new Refusal("update sets no column.", "Write update(column: value).");
        }
        return operations.emit(new UpdateRows(table, condition, PlainValue.row(values)));
    }

    /** How many rows it removed. */
    public int delete() {
        return operations.emit(new DeleteRows(table, condition));
    }

    public void insert(Map<String, ?> values) {
        if (condition != null) {
            throw new Refusal("insert has no where.", "Write table('" + table + "').insert(column: value).");
        }
        if (values.isEmpty()) {
            throw new Refusal("A row for \"" + table + "\" names no column.");
        }
        operations.emit(new InsertRows(table, List.of(PlainValue.row(values))));
    }
}
