package dev.retort.dialect.postgres;

import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.Suggestion;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferral;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Constraints as SQL, as they stand in {@code CREATE TABLE} and behind {@code ADD}. */
final class Constraints {

    private static final List<String> ACTIONS = List.of("NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT");

    private static final List<String> MATCHES = List.of("SIMPLE", "FULL");

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
        return sql.append(action(" ON DELETE ", constraint.onDelete()))
                .append(action(" ON UPDATE ", constraint.onUpdate()))
                .append(deferral(constraint.deferral()))
                .toString();
    }

    private static String action(String clause, @Nullable String action) {
        if (action == null) {
            return "";
        }
        // SET NULL (a, b): which of the key's columns are set, as PostgreSQL knows it since version 15.
        int columns = action.indexOf('(');
        String word = columns < 0 ? action : action.substring(0, columns).strip();
        String rest = columns < 0 ? "" : " " + action.substring(columns);
        return clause + oneOf(ACTIONS, word, "action of a foreign key") + rest;
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

    private static final class OfTable implements Constraint.Visitor<String> {
        @Override
        public String primaryKey(Constraint.PrimaryKey constraint) {
            return "PRIMARY KEY " + Identifiers.list(constraint.columns());
        }

        @Override
        public String foreignKey(Constraint.ForeignKey constraint) {
            return "FOREIGN KEY " + Identifiers.list(constraint.columns()) + " " + references(constraint)
                    + notValid(constraint.notValid());
        }

        @Override
        public String unique(Constraint.Unique constraint) {
            return Constraints.unique(constraint) + " " + Identifiers.list(constraint.columns())
                    + deferral(constraint.deferral());
        }

        @Override
        public String check(Constraint.Check constraint) {
            return "CHECK (" + constraint.condition() + ")" + notValid(constraint.notValid());
        }

        @Override
        public String exclude(Constraint.Exclude constraint) {
            String elements = constraint.elements().stream()
                    .map(element -> element.expression() + " WITH " + element.operator())
                    .collect(Collectors.joining(", "));
            String using = constraint.using();
            String where = constraint.where();
            return "EXCLUDE USING " + (using == null ? "gist" : Identifiers.quote(using)) + " (" + elements + ")"
                    + (where == null ? "" : " WHERE (" + where + ")") + deferral(constraint.deferral());
        }
    }

    private record OfColumn(List<String> column) implements Constraint.Visitor<Optional<String>> {
        @Override
        public Optional<String> primaryKey(Constraint.PrimaryKey constraint) {
            return Optional.of("PRIMARY KEY").filter(sql -> constraint.columns().equals(column));
        }

        @Override
        public Optional<String> foreignKey(Constraint.ForeignKey constraint) {
            return Optional.of(references(constraint))
                    .filter(sql -> constraint.columns().equals(column) && !constraint.notValid());
        }

        @Override
        public Optional<String> unique(Constraint.Unique constraint) {
            return Optional.of(Constraints.unique(constraint) + deferral(constraint.deferral()))
                    .filter(sql -> constraint.columns().equals(column));
        }

        @Override
        public Optional<String> check(Constraint.Check constraint) {
            return Optional.of("CHECK (" + constraint.condition() + ")").filter(sql -> !constraint.notValid());
        }

        @Override
        public Optional<String> exclude(Constraint.Exclude constraint) {
            return Optional.empty();
        }
    }
}
