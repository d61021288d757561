package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.RowTrials;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows of a partitioned table must be like, so that one of the partitions takes them. */
final class Partitions {

    private final Trials trials;
    private final RowTrials rules;
    private final Mentions mentions;

    Partitions(Trials trials, Dialect dialect) {
        this.trials = trials;
        this.rules = dialect.trials();
        this.mentions = new Mentions(dialect.spelling().syntax());
    }

    /** Empty where the table has none, or one that takes every row. */
    Optional<Rule> rule(TableShape shape) throws SQLException {
        if (shape.table().options().partitionBy() == null) {
            return Optional.empty();
        }
        List<String> conditions = trials.query(rules.partitions(shape.name())).orElse(List.of()).stream()
                .map(row -> row.get(0))
                .filter(Objects::nonNull)
                .toList();
        String any = conditions.stream().map(each -> "(" + each + ")").collect(Collectors.joining(" OR "));
        List<String> names = shape.cells().stream().map(TableCell::name).toList();
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rule(null, "partitions", any, mentions.columns(any, names), true));
    }
}
