package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Samples;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.schema.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has the database find the values that fulfil conditions together, among those that columns may have. */
final class Solver {

    /** Where some are found soon, and where they are not. */
    private static final int FEW_COMBINATIONS = 1024;

    private static final int MANY_COMBINATIONS = 8192;
    private static final int MOST_ANSWERS = 120;
    private static final int MOST_TUPLES = 200;
    /** With other values each time. */
    private static final int ROUNDS = 8;

    private final Trials trials;
    private final Samples samples;
    private final Spelling spelling;
    private final RandomGenerator random;

    Solver(Trials trials, Dialect dialect, RandomGenerator random) {
        this.trials = trials;
        this.samples = dialect.samples();
        this.spelling = dialect.spelling();
        this.random = random;
    }

    /**
     * Finds them.
     *
     * @return as many as were found in a moment, the most ordinary ones first
     */
    List<Map<String, String>> solve(TableShape shape, List<Relation> relations, List<Rule> conditions)
            throws SQLException {
        Set<Map<String, String>> found = new LinkedHashSet<>();
        for (int round = 0; round < ROUNDS && (round < 2 || found.isEmpty()); round++) {
            int most = share(relations.size(), found.isEmpty() && round > 0 ? MANY_COMBINATIONS : FEW_COMBINATIONS);
            List<Relation> some = round == 0 ? first(relations, most) : drawn(relations, most);
            Optional<List<List<@Nullable String>>> answers = trials.query(query(shape, some, conditions));
            if (answers.isEmpty() && conditions.isEmpty()) {
                break;
            }
            answers.ifPresent(rows -> rows.forEach(row -> found.add(tuple(some, row))));
            if (some.equals(relations)) {
                break;
            }
        }
        return List.copyOf(found);
    }

    private static int share(int relations, int combinations) {
        int share = (int) Math.floor(Math.pow(combinations, 1.0 / Math.max(1, relations)));
        return Math.max(3, Math.min(MOST_TUPLES, share));
    }

    private static List<Relation> first(List<Relation> relations, int most) {
        return relations.stream()
                .map(each -> each.with(
                        each.tuples().subList(0, Math.min(most, each.tuples().size()))))
                .toList();
    }

    /** Any of them, in their order. */
    private List<Relation> drawn(List<Relation> relations, int most) {
        List<Relation> drawn = new ArrayList<>();
        for (Relation relation : relations) {
            int size = relation.tuples().size();
            Set<Integer> picked = new TreeSet<>();
            while (picked.size() < Math.min(most, size)) {
                picked.add(random.nextInt(size));
            }
            drawn.add(relation.with(picked.stream().map(relation.tuples()::get).toList()));
        }
        return drawn;
    }

    private static Map<String, String> tuple(List<Relation> relations, List<@Nullable String> indexes) {
        Map<String, String> tuple = new LinkedHashMap<>();
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            int index = Integer.parseInt(String.valueOf(indexes.get(i)));
            tuple.putAll(Component.tuple(relation.columns(), relation.tuples().get(index)));
        }
        return tuple;
    }

    private String query(TableShape shape, List<Relation> relations, List<Rule> conditions) {
        String indexes = IntStream.range(0, relations.size())
                .mapToObj(i -> "retort_i" + i)
                .collect(Collectors.joining(", "));
        String sum = indexes.replace(", ", " + ");
        String from = joined(shape, relations);
        List<TableCell> computed = computed(shape, conditions);
        if (!computed.isEmpty()) {
            String more = computed.stream()
                    .map(cell -> "(" + expression(cell) + ") AS " + spelling.quote(cell.name()))
                    .collect(Collectors.joining(", "));
            from = "SELECT q.*, " + more + " FROM (" + from + ") AS q";
        }
        String where = conditions.stream()
                .map(rule -> "(" + rule.sql() + ") IS NOT FALSE")
                .collect(Collectors.joining(" AND "));
        return "SELECT " + indexes + " FROM (" + from + ") AS "
                + spelling.quote(shape.name().name())
                + (where.isEmpty() ? "" : " WHERE " + where)
                + " ORDER BY " + sum + ", " + indexes + " LIMIT " + MOST_ANSWERS;
    }

    private static String expression(TableCell cell) {
        return cell.column().generated() == null
                ? Relation.NULL
                : cell.column().generated().expression();
    }

    private static List<TableCell> computed(TableShape shape, List<Rule> conditions) {
        return shape.cells().stream()
                .filter(TableCell::generated)
                .filter(cell ->
                        conditions.stream().anyMatch(rule -> rule.columns().contains(cell.name())))
                .toList();
    }

    /** All combinations of the relations, in which columns that they share are equal. */
    private String joined(TableShape shape, List<Relation> relations) {
        Map<String, Integer> owners = new LinkedHashMap<>();
        List<String> shown = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        List<String> from = new ArrayList<>();
        for (int i = 0; i < relations.size(); i++) {
            shown.add("r" + i + ".retort_i AS retort_i" + i);
            from.add("(" + rows(shape, relations.get(i)) + ") AS r" + i);
            for (String column : relations.get(i).columns()) {
                String here = "r" + i + "." + spelling.quote(column);
                Integer owner = owners.putIfAbsent(column, i);
                if (owner == null) {
                    shown.add(here + " AS " + spelling.quote(column));
                } else {
                    String there = "r" + owner + "." + spelling.quote(column);
                    equal.add("(" + there + " = " + here + " OR (" + there + " IS NULL AND " + here + " IS NULL))");
                }
            }
        }
        return "SELECT " + String.join(", ", shown) + " FROM " + String.join(", ", from)
                + (equal.isEmpty() ? "" : " WHERE " + String.join(" AND ", equal));
    }

    private String rows(TableShape shape, Relation relation) {
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < relation.tuples().size(); i++) {
            StringBuilder select = new StringBuilder("SELECT ").append(i).append(" AS retort_i");
            for (int c = 0; c < relation.columns().size(); c++) {
                String column = relation.columns().get(c);
                ColumnType type = shape.cell(column).orElseThrow().type();
                select.append(", ")
                        .append(samples.typed(relation.tuples().get(i).get(c), type))
                        .append(" AS ")
                        .append(spelling.quote(column));
            }
            selects.add(select.toString());
        }
        return String.join(" UNION ALL ", selects);
    }
}
