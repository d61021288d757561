package dev.retort.internal.ddl;

import dev.retort.internal.schema.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code ALTER TABLE} changes of how a table is kept, and no operation does. */
public sealed interface TableOption {

    record Logged(boolean logged) implements TableOption {}

    record Tablespace(String name) implements TableOption {}

    /** @param values plain ones, by the names of the parameters */
    record Parameters(Map<String, Object> values) implements TableOption {
        public Parameters {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    record WithoutParameters(List<String> names) implements TableOption {
        public WithoutParameters {
            names = List.copyOf(names);
        }
    }

    /** @param inherits whether the table inherits from the parent from then on, or no longer */
    record Parent(QualifiedName parent, boolean inherits) implements TableOption {}

    /** @param word {@code EXTERNAL} and the like, or {@code DEFAULT} */
    record ColumnStorage(String column, String word) implements TableOption {}

    /** @param method {@code lz4}, or {@code default} */
    record ColumnCompression(String column, String method) implements TableOption {}
}
