package dev.retort;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.retort.TableLock.KeepsOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a run would do, found out by doing it; nothing of it was kept.
 *
 * @param from the version rows, which are what they were
 * @param onCopy whether it was done on a copy of the database, else in one transaction that was rolled back
 * @param steps what was rehearsed, in order, down to what failed; empty where there is nothing to do
 * @param rows the version rows that it came to
 * @param failure what it failed with; empty where everything works that could be rehearsed
 */
public record Rehearsal(
        SortedSet<String> from,
        boolean onCopy,
        List<Step> steps,
        SortedSet<String> rows,
        Optional<RetortException> failure) {

    public Rehearsal {
        steps = List.copyOf(steps);
    }

    /** How many statements were passed over. */
    public long notRehearsed() {
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .filter(statement -> !statement.rehearsed())
                .mapToLong(Statement::times)
                .sum();
    }

    /**
     * @param direction {@code upgrade} or {@code downgrade}
     * @param held the strong locks that earlier steps have taken; a statement of this one that takes such a lock as
     *     well does not show it
     * @param statements in order; in the last step of a rehearsal that failed, those before the one at fault
     * @param rows the version rows after the step
     */
    public record Step(
            String revision,
            List<String> downRevisions,
            String message,
            String direction,
            Duration duration,
            List<TableLock> held,
            List<Statement> statements,
            SortedSet<String> rows) {

        public Step {
            held = List.copyOf(held);
            statements = List.copyOf(statements);
        }
    }

    /**
     * One statement, or what one place of a script asked for several times.
     *
     * @param where the line of the script that asked for it
     * @param reason why it was not rehearsed; empty where it was
     * @param times how often it was run, or was to be: a loop's, or the batches of a backfill
     * @param duration of all times
     * @param rows that it changed, or read; 0 where the database does not say
     * @param locks that it took on tables which were there before, where the transaction held none as strong; the
     *     strongest first
     * @param lockedFor from its beginning to the end of the revision, as long as its locks are held
     * @param rewritten the tables whose rows it wrote again
     */
    public record Statement(
            String sql,
            Location where,
            String reason,
            long times,
            Duration duration,
            long rows,
            List<TableLock> locks,
            Duration lockedFor,
            List<TableRewrite> rewritten) {

        private static final int NAMED = 5;

        public Statement {
            locks = List.copyOf(locks);
            rewritten = List.copyOf(rewritten);
        }

        public boolean rehearsed() {
            return reason.isEmpty();
        }

        /** What those who use the database at the same time will notice, each as half a sentence. */
        public List<String> warnings() {
            List<String> warnings = new ArrayList<>();
            for (KeepsOut who : List.of(KeepsOut.EVERYBODY, KeepsOut.WRITERS)) {
                Map<String, List<String>> tables = locks.stream()
                        .filter(lock -> lock.keepsOut() == who)
                        .collect(groupingBy(TableLock::mode, LinkedHashMap::new, mapping(TableLock::table, toList())));
                String kept = who == KeepsOut.EVERYBODY ? " keeps readers and writers of " : " keeps writers of ";
                tables.forEach((mode, names) -> warnings.add(
                        mode + kept + some(names) + " waiting until the revision ends, " + shown(lockedFor)));
            }
            List<TableRewrite> full =
                    rewritten.stream().filter(table -> table.bytes() != 0).toList();
            if (!full.isEmpty()) {
                long bytes = full.stream().mapToLong(TableRewrite::bytes).sum();
                boolean known = full.stream().allMatch(table -> table.bytes() > 0);
                warnings.add("all rows of "
                        + some(full.stream().map(TableRewrite::table).toList()) + " are written again"
                        + (known ? ", " + shown(bytes) : ""));
            }
            return warnings;
        }

        /** A table may have a thousand partitions. */
        private static String some(List<String> tables) {
            int more = tables.size() - NAMED;
            return more <= 0
                    ? String.join(", ", tables)
                    : String.join(", ", tables.subList(0, NAMED)) + " and " + more + " more";
        }

        private static String shown(Duration duration) {
            long milliseconds = duration.toMillis();
            return milliseconds < 1000
                    ? milliseconds + " ms"
                    : String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
        }

        private static String shown(long bytes) {
            if (bytes < 1024) {
                return bytes + " B";
            }
            double size = bytes;
            int unit = -1;
            do {
                size /= 1024;
                unit++;
            } while (size >= 1000 && unit < 3);
            return String.format(Locale.ROOT, size < 10 ? "%.1f %cB" : "%.0f %cB", size, "kMGT".charAt(unit));
        }
    }
}
