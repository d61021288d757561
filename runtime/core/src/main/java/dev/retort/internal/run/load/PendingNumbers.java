package dev.retort.internal.run.load;

import dev.retort.internal.dialect.RowLoading;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowSource;
import dev.retort.internal.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Columns for which rows brought their own numbers, kept until anything else than more of such rows comes: only then
 * can the next number matter.
 */
public final class PendingNumbers {

    private final RowLoading loading;
    private final Consumer<SqlStatement> use;
    private final Set<String> columns = new TreeSet<>();
    private @Nullable QualifiedName table;

    /** @param use of the statement that makes the database go on after these numbers */
    public PendingNumbers(RowLoading loading, Consumer<SqlStatement> use) {
        this.loading = loading;
        this.use = use;
    }

    public void add(QualifiedName given, Collection<String> columnsGiven) {
        if (!given.equals(table)) {
            settle();
        }
        table = given;
        columns.addAll(columnsGiven);
    }

    /** To be called before each operation. */
    public void before(Operation operation) {
        boolean more = operation instanceof InsertRows insert && bringsThem(insert.table(), insert.rows())
                || operation instanceof BulkInsert bulk
                        && bulk.rows() instanceof RowSource.Listed listed
                        && bringsThem(bulk.table(), listed.rows());
        if (!more) {
            settle();
        }
    }

    private boolean bringsThem(QualifiedName other, List<Map<String, @Nullable Object>> rows) {
        return other.equals(table) && GivenNumbers.of(rows).containsAll(columns);
    }

    /** To be called before the transaction ends, and before anything is asked. */
    public void settle() {
        QualifiedName numbered = table;
        if (numbered != null && !columns.isEmpty()) {
            loading.numbering(numbered, List.copyOf(columns)).ifPresent(use);
        }
        table = null;
        columns.clear();
    }
}
