package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Index;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A constraint in the words of a script.
 *
 * @param what for a message
 * @param line that drops it so that its inverse is known
 */
record ConstraintText(String what, String line) {

    static String line(Index index) {
        String elements = index.elements().stream()
                .map(element -> element instanceof Index.Element.ColumnName column
                                && column.equals(new Index.Element.ColumnName(column.name()))
                        ? quoted(column.name())
                        : "sql(" + quoted(Definitions.element(element)) + ")")
                .collect(Collectors.joining(", "));
        return "dropIndex " + quoted(index.name()) + ", " + quoted(index.table().name()) + ", was: [" + elements + "]"
                + (index.unique() ? ", unique: true" : "")
                + (index.where() == null ? "" : ", where: " + quoted(index.where()));
    }

    private static String quoted(String text) {
        return text.contains("'")
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : "'" + text.replace("\\", "\\\\") + "'";
    }

    /** Constraints without a name answer to what PostgreSQL calls them. */
    static final class Writer implements Constraint.Visitor<ConstraintText> {

        private final String table;

        Writer(String table) {
            this.table = table;
        }

        @Override
        public ConstraintText primaryKey(Constraint.PrimaryKey key) {
            return text("primary key", "primary", key.name(), table + "_pkey", list(key.columns()));
        }

        @Override
        public ConstraintText unique(Constraint.Unique unique) {
            String usual = table + "_" + String.join("_", unique.columns()) + "_key";
            return text("unique constraint", "unique", unique.name(), usual, list(unique.columns()));
        }

        @Override
        public ConstraintText check(Constraint.Check check) {
            return text("check constraint", "check", check.name(), table + "_check", quoted(check.condition()));
        }

        @Override
        public ConstraintText foreignKey(Constraint.ForeignKey key) {
            String columns =
                    key.referencedColumns().isEmpty() ? "" : "(" + String.join(", ", key.referencedColumns()) + ")";
            String was = list(key.columns()) + ", references: "
                    + quoted(key.referencedTable().name() + columns)
                    + option("onDelete", key.onDelete()) + option("onUpdate", key.onUpdate())
                    + (key.deferral() == Deferral.INITIALLY_DEFERRED ? ", initially: 'DEFERRED'" : "")
                    + (key.deferral() == Deferral.INITIALLY_IMMEDIATE ? ", deferrable: true" : "");
            String usual = table + "_" + String.join("_", key.columns()) + "_fkey";
            return text("foreign key", "foreignkey", key.name(), usual, was);
        }

        @Override
        public ConstraintText exclude(Constraint.Exclude exclude) {
            throw new IllegalStateException("SQLite has no exclusion constraints");
        }

        private ConstraintText text(String kind, String type, @Nullable String given, String usual, String was) {
            String name = given == null ? usual : given;
            return new ConstraintText(
                    "the " + kind + " \"" + name + "\"",
                    "dropConstraint " + quoted(name) + ", " + quoted(table) + ", type: '" + type + "', was: " + was);
        }

        private static String option(String name, @Nullable String value) {
            return value == null ? "" : ", " + name + ": " + quoted(value);
        }

        private static String list(List<String> columns) {
            return columns.stream().map(ConstraintText::quoted).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
