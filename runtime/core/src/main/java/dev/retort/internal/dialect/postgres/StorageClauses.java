package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tables and indexes are kept, as SQL; each clause with a space before it, empty where nothing is said. */
final class StorageClauses {

    private StorageClauses() {}

    static String with(@Nullable Storage storage) {
        if (storage == null || storage.parameters().isEmpty()) {
            return "";
        }
        return storage.parameters().entrySet().stream()
                .map(parameter -> name(parameter.getKey()) + " = " + Values.literal(parameter.getValue()))
                .collect(Collectors.joining(", ", " WITH (", ")"));
    }

    static String tablespace(@Nullable Storage storage) {
        return storage == null || storage.tablespace() == null
                ? ""
                : " TABLESPACE " + Identifiers.quote(storage.tablespace());
    }

    /** Behind the columns of a constraint. */
    static String ofConstraint(@Nullable UnderlyingIndex index) {
        if (index == null) {
            return "";
        }
        String include = index.include().isEmpty() ? "" : " INCLUDE " + Identifiers.list(index.include());
        String tablespace = tablespace(index.storage());
        return include + with(index.storage()) + (tablespace.isEmpty() ? "" : " USING INDEX" + tablespace);
    }

    /** {@code fillfactor}, {@code toast.autovacuum_enabled}. */
    private static String name(String parameter) {
        return Arrays.stream(parameter.split("\\.", -1)).map(Identifiers::quote).collect(Collectors.joining("."));
    }
}
