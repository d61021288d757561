package dev.retort.internal.script;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database has something of a name.
 *
 * @param object what is looked for; a column and a constraint have no schema of their own
 * @param table it belongs to; null for a table, and for an index whose table was not said
 */
public record CatalogQuestion(
        Kind kind, QualifiedName object, @Nullable QualifiedName table) {

    /** What can be looked for. */
    public enum Kind {
        TABLE("hasTable"),
        COLUMN("hasColumn"),
        INDEX("hasIndex"),
        CONSTRAINT("hasConstraint");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As a script asks for it. */
        public String word() {
            return word;
        }
    }

    @Override
    public String toString() {
        return kind.word() + " " + object + (table == null ? "" : " of " + table);
    }
}
