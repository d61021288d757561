package dev.retort.internal.source;

import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one call together again, which a script hands on some thousand at a time. */
final class Chunks {

    private Chunks() {}

    static List<Operation> joined(List<? extends Operation> operations) {
        List<Operation> joined = new ArrayList<>();
        for (Operation operation : operations) {
            Operation whole = joined.isEmpty() ? null : joined(joined.get(joined.size() - 1), operation);
            if (whole == null) {
                joined.add(operation);
            } else {
                joined.set(joined.size() - 1, whole);
            }
        }
        return joined;
    }

    /** Null where the second does not go on with the rows of the first. */
    private static @Nullable Operation joined(Operation one, Operation next) {
        if (one instanceof Execute first
                && next instanceof Execute second
                && first.sql().equals(second.sql())
                && second.first() == first.first() + first.rows().size()) {
            return new Execute(first.sql(), rows(first.rows(), second.rows()), first.first());
        } else if (one instanceof BulkInsert first
                && next instanceof BulkInsert second
                && first.table().equals(second.table())
                && first.rows() instanceof RowSource.Listed start
                && second.rows() instanceof RowSource.Listed rest
                && rest.first() == start.first() + start.rows().size()) {
            return new BulkInsert(first.table(), new RowSource.Listed(rows(start.rows(), rest.rows()), start.first()));
        }
        return null;
    }

    private static List<Map<String, @Nullable Object>> rows(
            List<Map<String, @Nullable Object>> some, List<Map<String, @Nullable Object>> others) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
