package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows.
 *
 * @param where null means all rows
 * @param values column names to values; a {@link SqlExpression} is passed through
 */
public record UpdateRows(QualifiedName table, @Nullable Condition where, Map<String, @Nullable Object> values)
        implements Operation {
    public UpdateRows {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Inverse inverse() {
        return Inverse.none("the old values are not known; write upgrade and downgrade");
    }

    @Override
    public String verb() {
        return "update";
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.updateRows(this);
    }
}
