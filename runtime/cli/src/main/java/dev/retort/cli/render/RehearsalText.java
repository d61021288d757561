package dev.retort.cli.render;

import dev.retort.Rehearsal;
import dev.retort.cli.config.Secrets;
import dev.retort.dialect.TableLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rehearsal found out, as text: a heading for each revision, and a line for each of its statements. */
public final class RehearsalText {

    private static final int SQL_LENGTH = 60;
    private static final int LOCKS_LENGTH = 50;
    private static final int HELD_LENGTH = 200;
    private static final String GAP = "  ";

    private final Palette palette;
    private final int width;

    /** @param width characters a line may have; what is longer is cut */
    public RehearsalText(Palette palette, int width) {
        this.palette = palette;
        this.width = width;
    }

    /** One line of the table; the numbers stand to the right. */
    private record Cells(String time, String rows, String locks, String sql) {

        static final Cells TITLES = new Cells("TIME", "ROWS", "LOCKS", "SQL");

        static Cells of(Rehearsal.Statement statement) {
            String line = cut(Secrets.mask(statement.sql()).strip().replaceAll("\\s+", " "), SQL_LENGTH);
            String sql = statement.times() == 1 ? line : line + " (" + statement.times() + " times)";
            return statement.rehearsed()
                    ? new Cells(
                            took(statement.duration()),
                            String.valueOf(statement.rows()),
                            cut(named(statement.locks()), LOCKS_LENGTH),
                            sql)
                    : new Cells("-", "-", "not rehearsed", sql);
        }
    }

    private record Widths(int time, int rows, int locks) {

        static Widths of(List<Cells> all) {
            return new Widths(
                    all.stream().mapToInt(cells -> cells.time().length()).max().orElse(0),
                    all.stream().mapToInt(cells -> cells.rows().length()).max().orElse(0),
                    all.stream().mapToInt(cells -> cells.locks().length()).max().orElse(0));
        }

        String line(Cells cells) {
            String place = cells.locks() + " ".repeat(locks - cells.locks().length());
            return GAP
                    + " ".repeat(time - cells.time().length())
                    + cells.time()
                    + GAP
                    + " ".repeat(rows - cells.rows().length())
                    + cells.rows()
                    + GAP
                    + (locks == 0 ? "" : place + GAP)
                    + cells.sql();
        }

        /** For what is said beneath a line. */
        String indentation() {
            return " ".repeat(time + rows + 3 * GAP.length());
        }
    }

    /** The whole report; the failure is not in it. */
    public String report(Rehearsal rehearsal) {
        Cells titles = new Cells(Cells.TITLES.time(), Cells.TITLES.rows(), rehearsal.onCopy() ? "" : "LOCKS", "SQL");
        List<Cells> all = Stream.concat(
                        Stream.of(titles),
                        rehearsal.steps().stream()
                                .flatMap(step -> step.statements().stream())
                                .map(Cells::of))
                .toList();
        Widths widths = Widths.of(all);
        List<String> lines = new ArrayList<>();
        lines.add(palette.marker(fitting(widths.line(titles))));
        rehearsal.steps().forEach(step -> step(lines, step, widths));
        lines.add(ending(rehearsal));
        return String.join("\n", lines) + "\n";
    }

    private void step(List<String> lines, Rehearsal.Step step, Widths widths) {
        String parents = RevisionText.parents(step.downRevisions());
        String message = step.message().isEmpty() ? "" : ", " + step.message();
        String way = step.direction().equals("upgrade")
                ? "Upgrade " + parents + " -> " + step.revision()
                : "Downgrade " + step.revision() + " -> " + parents;
        lines.add(palette.revision(fitting(way + message + " (" + took(step.duration()) + ")")));
        if (!step.held().isEmpty()) {
            String held = cut(named(step.held()), HELD_LENGTH);
            lines.add(fitting(GAP + "Locked already, so that it does not show below: " + held));
        }
        for (Rehearsal.Statement statement : step.statements()) {
            lines.add(fitting(widths.line(Cells.of(statement))));
            if (!statement.rehearsed()) {
                lines.add(widths.indentation() + statement.reason());
            }
            String beginning = widths.indentation() + palette.warning("warning:") + " ";
            statement.warnings().forEach(warning -> lines.add(beginning + warning));
        }
    }

    private static String ending(Rehearsal rehearsal) {
        String kept = rehearsal.onCopy() ? "It was done on a copy, which is removed" : "It was rolled back";
        String place = RunText.place(rehearsal.from());
        long missing = rehearsal.notRehearsed();
        String passedOver = missing + (missing == 1 ? " statement was" : " statements were") + " not rehearsed. ";
        String works = missing == 0 ? "All of it works. " : "What was rehearsed works; ";
        return (rehearsal.failure().isPresent() ? "" : works) + (missing == 0 ? "" : passedOver) + kept
                + "; the database stands at " + place + ".";
    }

    /** {@code ACCESS EXCLUSIVE users, teams; ACCESS SHARE roles}. */
    private static String named(List<TableLock> locks) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        locks.forEach(lock ->
                tables.computeIfAbsent(lock.mode(), mode -> new ArrayList<>()).add(lock.table()));
        return tables.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String fitting(String line) {
        return cut(line, width);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static String took(Duration duration) {
        long milliseconds = duration.toMillis();
        return milliseconds < 1000 ? milliseconds + " ms" : String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
}
