package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.RowTrials.Refusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Inserts rows into one table: the first of them ordinary, the second with as little as can be, the others odd. */
final class TableFilling {

    /** Of a table that has no row yet, and of one that has some. */
    private static final int MOST_TRIES = 80;

    private static final int TRIES = 16;

    /** The number of the row that is the first one once more. */
    private static final int TWICE = 4;

    private final Trials trials;
    private final Inserts inserts;
    private final RandomGenerator random;
    /** What the last row of the table was made of; null before the first. */
    private int @Nullable [] taken;

    TableFilling(Trials trials, Dialect dialect, RandomGenerator random) {
        this.trials = trials;
        this.inserts = new Inserts(dialect);
        this.random = random;
    }

    /**
     * What became of it.
     *
     * @param rows that were inserted
     * @param last why the last row was refused that was tried; null where none was
     */
    record Filled(int rows, @Nullable Refusal last) {}

    /**
     * Inserts rows.
     *
     * @param from the number of the first of them, from 0
     * @param to the number that none of them has any more
     */
    Filled fill(TableShape shape, List<Component> components, int from, int to) throws SQLException {
        taken = null;
        int inserted = 0;
        Refusal last = null;
        for (int row = from; row < to; row++) {
            int lost = trials.lost();
            Optional<Refusal> refused = insert(shape, components, row, from + inserted == 0 ? MOST_TRIES : TRIES);
            inserted = trials.lost() > lost ? 0 : inserted;
            if (refused.isEmpty()) {
                inserted++;
            } else {
                last = refused.get();
            }
        }
        return new Filled(inserted, last);
    }

    private Optional<Refusal> insert(TableShape shape, List<Component> components, int row, int tries)
            throws SQLException {
        // In a table without any key, there may be a row twice.
        boolean again = row == TWICE && shape.keys().isEmpty();
        int[] picks = planned(components, again ? 0 : row);
        Optional<Refusal> refused = Optional.empty();
        Set<List<Integer>> tried = new LinkedHashSet<>();
        for (int attempt = 0; attempt < tries; attempt++) {
            if (tried.add(IntStream.of(picks).boxed().toList())) {
                refused = trials.insert(inserts.insert(shape, values(components, picks)));
                if (refused.isEmpty()) {
                    taken = picks.clone();
                    return refused;
                }
            }
            if (refused.isPresent()) {
                change(components, picks, shape.columns(refused.get()), new Attempt(attempt, tries, row));
            }
        }
        return refused;
    }

    /** Which attempt of how many, and at which row. */
    private record Attempt(int number, int all, int row) {
        boolean isLate() {
            return number > all / 2;
        }
    }

    private int[] planned(List<Component> components, int row) {
        return components.stream()
                .mapToInt(each -> row == 0
                        ? each.ordinary(0)
                        : row == 1 ? sparse(each) : each.unique() ? key(each) : each.odd(random))
                .toArray();
    }

    private static int sparse(Component component) {
        int sparse = component.sparse();
        boolean nothing = component.tuple(sparse).containsValue(Relation.NULL)
                || component.tuple(sparse).containsValue(Relation.LEFT_OUT);
        return nothing ? sparse : component.ordinary(1);
    }

    /** A key is mostly counted. */
    private int key(Component component) {
        return random.nextInt(3) == 0 ? random.nextInt(component.size()) : component.fresh();
    }

    /** Other values for what was refused, or for anything where the database does not say what it was. */
    private void change(List<Component> components, int[] picks, Set<String> columns, Attempt attempt) {
        boolean known = components.stream().anyMatch(each -> each.touches(columns) && each.size() > 1);
        for (int i = 0; i < picks.length; i++) {
            Component component = components.get(i);
            if (known && !component.touches(columns)) {
                continue;
            }
            if (component.unique()) {
                picks[i] = component.fresh();
            } else if (attempt.isLate() && taken != null && random.nextInt(3) > 0) {
                picks[i] = taken[i];
            } else if (!known && attempt.isLate() && random.nextInt(3) > 0) {
                picks[i] = component.ordinary(attempt.row());
            } else {
                picks[i] = random.nextInt(component.size());
            }
        }
    }

    private static List<Map<String, String>> values(List<Component> components, int[] picks) {
        List<Map<String, String>> values = new ArrayList<>();
        for (int i = 0; i < picks.length; i++) {
            values.add(components.get(i).tuple(picks[i]));
        }
        return values;
    }
}
