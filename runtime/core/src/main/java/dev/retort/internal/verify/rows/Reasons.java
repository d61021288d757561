package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.RowTrials.Refusal;

/** Why a table has no rows, for a person. */
final class Reasons {

    private Reasons() {}

    static String sentence(TableShape shape, Refusal last) {
        return shape.rule(last)
                .map(rule -> "No row was found that " + rule.named() + " lets in.")
                .orElseGet(() -> "The database refused each row that was tried, the last one with: "
                        + (last.message().endsWith(".") ? last.message() : last.message() + "."));
    }
}
