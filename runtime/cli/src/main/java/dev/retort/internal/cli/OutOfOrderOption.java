package dev.retort.internal.cli;

import dev.retort.RetortBuilder;
import picocli.CommandLine.Option;

/** For an upgrade and its plan. */
final class OutOfOrderOption {

    @Option(
            names = "--out-of-order",
            description = "First run the revisions that were put below what is applied, in order.")
    boolean asked;

    RetortBuilder configure(RetortBuilder builder) {
        return builder.outOfOrder(asked);
    }
}
