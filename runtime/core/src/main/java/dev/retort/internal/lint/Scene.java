package dev.retort.internal.lint;

import dev.retort.internal.dialect.Costs;
import dev.retort.internal.dialect.Server;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.source.OperationNotWritable;
import dev.retort.internal.source.OperationWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all that is looked at.
 *
 * @param costs of the kind of database
 * @param server at which the revisions are looked
 * @param writer of better code, with the names of the project
 * @param limits of each statement, where a header says nothing else
 */
public record Scene(Costs costs, Server server, OperationWriter writer, StatementLimits limits) {

    private static final String LATER = "// in a revision after it";

    /** The same at another time zone. */
    Scene withUtc(boolean utc) {
        return new Scene(costs, server.withUtc(utc), writer, limits);
    }

    /** Whether there are ways to do it that keep nobody waiting. */
    public boolean hasBetterWays() {
        return costs.worksBesideOthers();
    }

    /** The operations as a script says them; null where it cannot. */
    public @Nullable String code(Operation... operations) {
        return code(List.of(operations));
    }

    public @Nullable String code(List<? extends Operation> operations) {
        try {
            return writer.write(operations, 0);
        } catch (OperationNotWritable e) {
            return null;
        }
    }

    /** What is to be in two revisions. */
    public @Nullable String code(List<? extends Operation> now, List<? extends Operation> later) {
        String first = code(now);
        String second = code(later);
        return first == null || second == null ? null : String.join("\n", List.of(first, LATER, second));
    }

    /** Lines of code that no operation writes, among those that one does. */
    public @Nullable String lines(@Nullable String... lines) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            if (line == null) {
                return null;
            }
            all.add(line);
        }
        return String.join("\n", all);
    }
}
