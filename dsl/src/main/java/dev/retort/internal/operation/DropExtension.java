package dev.retort.internal.operation;

import org.jspecify.annotations.Nullable;

/**
 * Removes an extension from the database.
 *
 * @param cascade drops what uses it as well
 * @param was where and in which version it was, so that it can be installed again; null when the author did not say
 */
public record DropExtension(String extension, boolean ifExists, boolean cascade, CreateExtension.@Nullable Options was)
        implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "extension");
        }
        return was == null
                ? Inverse.none("which version of the extension was there, and in which schema, is not known;"
                        + " give them with was: [version: …, schema: …]")
                : Inverse.of(new CreateExtension(extension, was, false, false));
    }

    @Override
    public Operation withoutFormer() {
        return new DropExtension(extension, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.dropExtension(this);
    }
}
