package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Constraints as SQL, as they stand in {@code CREATE TABLE} and behind {@code ADD}. */
final class Constraints {

    private static final List<String> ACTIONS = List.of("NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT");

    private static final List<String> MATCHES = List.of("SIMPLE", "FULL");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private static final Constraint.Visitor<String> OF_TABLE = new OfTable();

    private Constraints() {}

    static String ofTable(Constraint constraint) {
        return name(constraint) + constraint.accept(OF_TABLE);
    }

    /** The constraint as part of the column's own definition; empty where it cannot be that. */
    static Optional<String> ofColumn(Constraint constraint, String column) {
        return constraint.accept(new OfColumn(List.of(column))).map(sql -> name(constraint) + sql);
    }

    private static String name(Constraint constraint) {
        String name = constraint.name();
        return name == null ? "" : "CONSTRAINT " + Identifiers.quote(name) + " ";
    }

    private static String unique(Constraint.Unique constraint) {
        return constraint.nullsNotDistinct() ? "UNIQUE NULLS NOT DISTINCT" : "UNIQUE";
    }

    private static String references(Constraint.ForeignKey constraint) {
        StringBuilder sql = new StringBuilder("REFERENCES ").append(Identifiers.quote(constraint.referencedTable()));
        if (!constraint.referencedColumns().isEmpty()) {
            sql.append(' ').append(Identifiers.list(constraint.referencedColumns()));
        }
        String match = constraint.match();
        if (match != null) {
            sql.append(" MATCH ").append(oneOf(MATCHES, match, "kind of match"));
        }
        // SET NULL (a, b): known since version 15, see NewerSyntax.
        List<String> set = constraint.onDeleteColumns();
        return sql.append(action(" ON DELETE ", constraint.onDelete()))
                .append(set.isEmpty() ? "" : " " + Identifiers.list(set))
                .append(action(" ON UPDATE ", constraint.onUpdate()))
                .append(deferral(constraint.deferral()))
                .append(notEnforced(constraint.notEnforced()))
                .toString();
    }

    private static String action(String clause, @Nullable String action) {
        return action == null ? "" : clause + oneOf(ACTIONS, action, "action of a foreign key");
    }

    private static String oneOf(List<String> known, String word, String kind) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (!known.contains(upper)) {
            throw new RetortException(
                    RetortException.Kind.SCRIPT,
                    Problem.of("PostgreSQL knows no " + kind + " \"" + word + "\".")
                            .withHint(Suggestion.didYouMean(word, known)
                                    .orElse("It knows " + String.join(", ", known) + ".")));
        }
        return upper;
    }

    private static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String notValid(boolean notValid) {
        return notValid ? " NOT VALID" : "";
    }

    /** Known since version 18, see {@link NewerSyntax}. */
    private static String notEnforced(boolean notEnforced) {
        return notEnforced ? " NOT ENFORCED" : "";
    }

    /** The columns of a key and what is said of its index, or the index that is there already. */
    private static String keyed(
            String words, List<String> columns, @Nullable UnderlyingIndex index, Deferral deferral) {
        String existing = index == null ? null : index.existing();
        String body = existing == null
                ? words + " " + Identifiers.list(columns) + StorageClauses.ofConstraint(index)
                : words + " USING INDEX " + Identifiers.quote(existing);
        return body + deferral(deferral);
    }

    private static String check(Constraint.Check constraint) {
        return "CHECK (" + constraint.condition() + ")" + (constraint.noInherit() ? " NO INHERIT" : "")
                + notEnforced(constraint.notEnforced());
    }

    /** A word is the name of a column; anything else is SQL. */
    private static String element(Constraint.Exclude.Element element) {
        String expression = element.expression();
        String column = WORD.matcher(expression).matches() ? Identifiers.quote(expression) : expression;
        String operatorClass = element.operatorClass();
        return column + (operatorClass == null ? "" : " " + operatorClass) + " WITH " + element.operator();
    }

    private static void refuseOnConflict(Constraint constraint, @Nullable String onConflict) {
        String name = constraint.name() == null ? "The constraint" : "The constraint \"" + constraint.name() + "\"";
        Columns.refuseOnConflict(name, onConflict);
    }

    private static final class OfTable implements Constraint.Visitor<String> {
        @Override
        public String primaryKey(Constraint.PrimaryKey constraint) {
            refuseOnConflict(constraint, constraint.onConflict());
            return keyed("PRIMARY KEY", constraint.columns(), constraint.index(), constraint.deferral());
        }

        @Override
        public String foreignKey(Constraint.ForeignKey constraint) {
            return "FOREIGN KEY " + Identifiers.list(constraint.columns()) + " " + references(constraint)
                    + notValid(constraint.notValid());
        }

        @Override
        public String unique(Constraint.Unique constraint) {
            refuseOnConflict(constraint, constraint.onConflict());
            return keyed(
                    Constraints.unique(constraint), constraint.columns(), constraint.index(), constraint.deferral());
        }

        @Override
        public String check(Constraint.Check constraint) {
            return Constraints.check(constraint) + notValid(constraint.notValid());
        }

        @Override
        public String exclude(Constraint.Exclude constraint) {
            String elements =
                    constraint.elements().stream().map(Constraints::element).collect(Collectors.joining(", "));
            String using = constraint.using();
            String where = constraint.where();
            return "EXCLUDE USING " + (using == null ? "gist" : Identifiers.quote(using)) + " (" + elements + ")"
                    + StorageClauses.ofConstraint(constraint.index())
                    + (where == null ? "" : " WHERE (" + where + ")") + deferral(constraint.deferral());
        }
    }

    private record OfColumn(List<String> column) implements Constraint.Visitor<Optional<String>> {
        @Override
        public Optional<String> primaryKey(Constraint.PrimaryKey constraint) {
            refuseOnConflict(constraint, constraint.onConflict());
            return Optional.of("PRIMARY KEY" + deferral(constraint.deferral()))
                    .filter(sql -> constraint.columns().equals(column) && constraint.index() == null);
        }

        @Override
        public Optional<String> foreignKey(Constraint.ForeignKey constraint) {
            return Optional.of(references(constraint))
                    .filter(sql -> constraint.columns().equals(column) && !constraint.notValid());
        }

        @Override
        public Optional<String> unique(Constraint.Unique constraint) {
            refuseOnConflict(constraint, constraint.onConflict());
            return Optional.of(Constraints.unique(constraint) + deferral(constraint.deferral()))
                    .filter(sql -> constraint.columns().equals(column) && constraint.index() == null);
        }

        @Override
        public Optional<String> check(Constraint.Check constraint) {
            return Optional.of(Constraints.check(constraint)).filter(sql -> !constraint.notValid());
        }

        @Override
        public Optional<String> exclude(Constraint.Exclude constraint) {
            return Optional.empty();
        }
    }
}
