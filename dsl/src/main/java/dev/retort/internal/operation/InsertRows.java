package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows.
 *
 * @param rows column names to values; all rows name the same columns
 */
public record InsertRows(QualifiedName table, List<Map<String, @Nullable Object>> rows) implements Operation {
    public InsertRows {
        rows = List.copyOf(rows);
    }

    @Override
    public Inverse inverse() {
        return Inverse.none("inserted rows cannot be distinguished from others; write upgrade and downgrade");
    }

    @Override
    public String verb() {
        return "insert";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.insertRows(this);
    }
}
