package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Samples;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.schema.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values that a column may have by itself. */
final class ColumnValues {

    /** Of those that nobody wonders at, for one column. */
    private static final int ORDINARY = 24;

    private final Trials trials;
    private final Dialect dialect;
    private final KnownTypes types;
    private final Mentions mentions;
    private final PatternTexts patterns;
    private final Map<String, List<Object>> accepted = new HashMap<>();

    ColumnValues(Trials trials, Dialect dialect, KnownTypes types, long seed) {
        this.trials = trials;
        this.dialect = dialect;
        this.types = types;
        this.mentions = new Mentions(dialect.spelling().syntax());
        this.patterns = new PatternTexts(seed);
    }

    /**
     * What one column of a table may have.
     *
     * @param expressions that its value is compared in
     * @param first the number that counting begins with
     * @param free whether it may be left out, where nothing else depends on its value
     */
    Relation relation(TableShape shape, TableCell cell, List<String> expressions, long first, boolean free)
            throws SQLException {
        TypeValues values = typeValues(cell);
        Sample sample = values.of(cell.type());
        int count = Math.max(ORDINARY, expressions.isEmpty() ? 0 : 2 * ORDINARY);
        boolean counted = shape.isKey(cell) && cell.counts();
        long from = counted ? firstKey(cell) + first : first;
        List<String> ordinary = literals(sample.some(from, count));
        List<String> hints = expressions.isEmpty() ? List.of() : literals(hints(cell, values, expressions));
        List<String> odd = odd(shape, cell, sample);
        Set<String> all = new LinkedHashSet<>();
        if (!hints.isEmpty()) {
            all.addAll(ordinary.subList(0, Math.min(2, ordinary.size())));
            all.addAll(nothing(cell, free));
            all.addAll(hints);
        }
        all.addAll(ordinary);
        if (counted && !expressions.isEmpty()) {
            all.addAll(literals(sample.some(first, ORDINARY)));
        }
        int leading = all.size();
        all.addAll(odd);
        all.addAll(nothing(cell, free));
        return Relation.of(cell.name(), List.copyOf(all), leading);
    }

    /** The name of a type, for a sentence. */
    static String name(ColumnType type) {
        return type instanceof ColumnType.Named named
                ? named.sql()
                : type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Keys are higher than this: what a revision inserts with numbers of its own most often begins with 1. */
    private static long firstKey(TableCell cell) {
        return cell.type() == ColumnType.Simple.SMALLINT || cell.type() == ColumnType.Simple.SMALLSERIAL
                ? 30_000
                : 900_000;
    }

    /** A null, and leaving it out, where that can be. */
    private static List<String> nothing(TableCell cell, boolean free) {
        List<String> all = new ArrayList<>();
        if (cell.nullable()) {
            all.add(Relation.NULL);
        }
        if (free && cell.hasConstantDefault()) {
            all.add(Relation.LEFT_OUT);
        }
        return all;
    }

    private List<String> odd(TableShape shape, TableCell cell, Sample sample) {
        // The number after the largest one is none, and a key is counted.
        boolean counted = shape.isKey(cell) && sample.ordinary().apply(1) instanceof Number;
        List<String> odd = new ArrayList<>();
        for (Object value : counted ? List.of() : sample.odd()) {
            if (value != null) {
                odd.add(dialect.spelling().literal(value));
            }
        }
        return odd;
    }

    private List<String> literals(Collection<Object> values) {
        Spelling spelling = dialect.spelling();
        return values.stream().map(spelling::literal).toList();
    }

    private TypeValues typeValues(TableCell cell) {
        return new TypeValues(dialect.samples(), types, this::accepted, cell.name(), cell.place());
    }

    private Collection<Object> hints(TableCell cell, TypeValues values, List<String> expressions) {
        LiteralValues literals = LiteralValues.of(expressions, mentions, patterns);
        Collection<Object> hints = cell.type().accept(new Hints(literals, dialect.samples(), values));
        return cell.type() instanceof ColumnType.Named named
                        && types.attributes(named).isEmpty()
                ? accepted(named, List.copyOf(hints))
                : hints;
    }

    /** Those of them that the database takes for values of the type: all at once, or one by one. */
    private List<Object> accepted(ColumnType.Named type, List<Object> values) {
        return accepted.computeIfAbsent(type.sql() + values.hashCode(), unused -> {
            if (values.isEmpty() || takes(type, values)) {
                return values;
            }
            return values.stream().filter(value -> takes(type, List.of(value))).toList();
        });
    }

    private boolean takes(ColumnType.Named type, List<Object> values) {
        Samples samples = dialect.samples();
        List<String> typed = values.stream()
                .map(value -> samples.typed(dialect.spelling().literal(value), type))
                .toList();
        try {
            return trials.query("SELECT " + String.join(", ", typed)).isPresent();
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    /** Carries what ends everything out of where no exception may pass. */
    static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SQLException failure;

        Unreachable(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
