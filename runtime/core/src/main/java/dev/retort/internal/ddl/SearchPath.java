package dev.retort.internal.ddl;

import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where names without a schema are looked for, as far as the text that is read says so. */
final class SearchPath {

    private @Nullable List<String> schemas;

    void set(List<String> named) {
        schemas = List.copyOf(named);
    }

    void reset() {
        schemas = null;
    }

    /**
     * The name with its schema, where the text has set one.
     *
     * @throws NotUnderstood where it may be in one of several schemas
     */
    QualifiedName resolve(String name) {
        if (schemas == null) {
            return QualifiedName.of(name);
        } else if (schemas.size() != 1) {
            throw new NotUnderstood();
        }
        return new QualifiedName(schemas.get(0), name);
    }
}
