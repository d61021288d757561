package dev.retort.internal.operation;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a column that an {@link AlterColumn} speaks of; null ones are not spoken of.
 *
 * @param using SQL that computes the new value from the old one when the type changes
 * @param collation of the new type; a change to null means the type's own
 * @param identity how the database numbers the column; in the old state, null means that it did not
 */
public record ColumnChange(
        @Nullable String newName,
        @Nullable ColumnType type,
        @Nullable Boolean nullable,
        @Nullable Change<DefaultValue> defaultValue,
        @Nullable Change<String> comment,
        @Nullable String using,
        @Nullable Change<String> collation,
        @Nullable Change<Identity> identity) {

    public static final ColumnChange NONE = new ColumnChange(null, null, null, null, null, null);

    public ColumnChange(
            @Nullable String newName,
            @Nullable ColumnType type,
            @Nullable Boolean nullable,
            @Nullable Change<DefaultValue> defaultValue,
            @Nullable Change<String> comment,
            @Nullable String using) {
        this(newName, type, nullable, defaultValue, comment, using, null, null);
    }

    public static ColumnChange rename(String newName) {
        return new ColumnChange(newName, null, null, null, null, null);
    }

    /** @param newNullable null does not speak of it */
    public ColumnChange withNullable(@Nullable Boolean newNullable) {
        return new ColumnChange(newName, type, newNullable, defaultValue, comment, using, collation, identity);
    }

    ColumnChange withIdentity(@Nullable Change<Identity> newIdentity) {
        return new ColumnChange(newName, type, nullable, defaultValue, comment, using, collation, newIdentity);
    }

    /** This as an old state, which names no column: the operation does. */
    ColumnChange unnamed() {
        return new ColumnChange(null, type, nullable, defaultValue, comment, using, collation, identity);
    }

    /** This, taken as the old state, as the change that undoes {@code to}; empty when something is not known. */
    Optional<ColumnChange> reversing(String oldName, ColumnChange to) {
        if (!missing(to).isEmpty()) {
            return Optional.empty();
        }
        Boolean wasNullable = nullable != null ? nullable : to.nullable == null ? null : Boolean.valueOf(!to.nullable);
        return Optional.of(new ColumnChange(
                to.newName == null ? null : oldName,
                to.type == null ? null : type,
                to.nullable == null ? null : wasNullable,
                to.defaultValue == null ? null : defaultValue,
                to.comment == null ? null : comment,
                to.type == null ? null : using,
                to.type == null ? null : collation,
                to.identity == null ? null : identity == null ? new Change<>(null) : identity));
    }

    String missingFor(ColumnChange to) {
        return "what the column was before is not known; give " + String.join(" and ", missing(to));
    }

    private List<String> missing(ColumnChange to) {
        List<String> missing = new ArrayList<>();
        if (to.type != null && type == null) {
            missing.add("existingType:");
        }
        if (to.collation != null && collation == null) {
            missing.add("existingCollation:");
        }
        if (to.defaultValue != null && defaultValue == null) {
            missing.add("existingDefault:");
        }
        if (to.comment != null && comment == null) {
            missing.add("existingComment:");
        }
        if (to.identity != null && to.identity.to() == null && identity == null) {
            missing.add("existingIdentity:");
        }
        return missing;
    }
}
