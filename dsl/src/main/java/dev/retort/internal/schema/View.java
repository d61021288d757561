package dev.retort.internal.schema;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A query with a name, which is read like a table.
 *
 * @param columns the names of its columns; empty takes those of the query
 * @param query the SQL of the query
 * @param options what only some databases know
 * @param indexes of a materialized view
 */
public record View(QualifiedName name, List<String> columns, String query, Options options, List<Index> indexes)
        implements SchemaObject {

    /**
     * @param materialized the rows are kept, as they were when it was last refreshed
     * @param temporary gone with the session
     * @param checkOption what is written through the view must be seen through it: {@code LOCAL} or {@code CASCADED};
     *     null means that it need not
     * @param storage PostgreSQL's {@code WITH (…)}, name to value
     */
    public record Options(
            boolean materialized,
            boolean temporary,
            @Nullable String checkOption,
            SortedMap<String, String> storage) {
        public static final Options NONE = new Options(false, false, null, Collections.emptySortedMap());

        /** What PostgreSQL keeps the check option under, among the others. */
        public static final String CHECK_OPTION = "check_option";

        public Options {
            storage = Collections.unmodifiableSortedMap(new TreeMap<>(storage));
        }

        /** The names of all options that are said. */
        public Set<String> names() {
            Set<String> names = new TreeSet<>(storage.keySet());
            if (checkOption != null) {
                names.add(CHECK_OPTION);
            }
            return names;
        }
    }

    /** Without indexes. */
    public View(QualifiedName name, List<String> columns, String query, Options options) {
        this(name, columns, query, options, List.of());
    }

    public View {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
    }

    public View named(QualifiedName newName) {
        return new View(newName, columns, query, options, indexes);
    }

    public View withQuery(String newQuery) {
        return new View(name, columns, newQuery, options, indexes);
    }

    public View withIndexes(List<Index> newIndexes) {
        return new View(name, columns, query, options, newIndexes);
    }

    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.VIEW, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.view(this);
    }
}
