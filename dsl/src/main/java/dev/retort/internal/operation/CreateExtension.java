package dev.retort.internal.operation;

import org.jspecify.annotations.Nullable;

/**
 * Installs an extension of the database.
 *
 * @param options where and in which version
 * @param cascade installs what it needs as well
 */
public record CreateExtension(String extension, Options options, boolean cascade, boolean ifNotExists)
        implements ObjectOperation {
    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "extension")
                : Inverse.of(new DropExtension(extension, false, false, options));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.createExtension(this);
    }

    /**
     * @param schema the schema its objects go to; null means the first of the search path
     * @param version null means the default of the server
     */
    public record Options(@Nullable String schema, @Nullable String version) {}
}
