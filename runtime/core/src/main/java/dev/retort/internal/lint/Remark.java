package dev.retort.internal.lint;

import dev.retort.Location;
import dev.retort.internal.dialect.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found.
 *
 * @param line where the script asks for it, if that is somewhere else
 * @param direction {@code upgrade} or {@code downgrade}
 * @param costs that are the matter; none where it is another one
 * @param better what to write instead; null where nothing always fits
 */
public record Remark(
        Location place,
        Location line,
        String direction,
        String sentence,
        List<Cost> costs,
        @Nullable String better) {

    public static final String UPGRADE = "upgrade";
    public static final String DOWNGRADE = "downgrade";

    public Remark {
        costs = List.copyOf(costs);
    }

    public Remark(Location place, String direction, String sentence, List<Cost> costs, @Nullable String better) {
        this(place, place, direction, sentence, costs, better);
    }

    public static Remark at(LintedStatement statement, String sentence) {
        return new Remark(statement.place(), statement.line(), UPGRADE, sentence, List.of(), null);
    }

    public static Remark at(LintedChange change, String sentence) {
        return at(change.statement(), sentence);
    }

    public Remark costing(List<Cost> newCosts) {
        return new Remark(place, line, direction, sentence, newCosts, better);
    }

    public Remark insteadOf(@Nullable String newBetter) {
        return new Remark(place, line, direction, sentence, costs, newBetter);
    }
}
