package dev.retort.internal.cli.render;

import dev.retort.Rehearsal;
import dev.retort.TableLock;
import dev.retort.internal.configuration.SecretSettings;
import dev.retort.internal.error.VisibleText;
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

    /** Of one statement. */
    private static List<String> cells(Rehearsal.Statement statement) {
        String line = cut(SecretSettings.mask(statement.sql()).strip().replaceAll("\\s+", " "), SQL_LENGTH);
        String sql = statement.times() == 1 ? line : line + " (" + statement.times() + " times)";
        return statement.rehearsed()
                ? List.of(
                        took(statement.duration()),
                        String.valueOf(statement.rows()),
                        cut(named(statement.locks()), LOCKS_LENGTH),
                        sql)
                : List.of("-", "-", "not rehearsed", sql);
    }

    /** The whole report; the failure is not in it. */
    public String report(Rehearsal rehearsal) {
        List<String> titles = List.of("TIME", "ROWS", rehearsal.onCopy() ? "" : "LOCKS", "SQL");
        Stream<List<String>> cells = rehearsal.steps().stream()
                .flatMap(step -> step.statements().stream())
                .map(RehearsalText::cells);
        TextColumns columns =
                TextColumns.of(Stream.concat(Stream.of(titles), cells).toList(), 0, 1);
        List<String> lines = new ArrayList<>();
        lines.add(palette.marker(fitting(GAP + columns.line(titles))));
        rehearsal.steps().forEach(step -> step(lines, step, columns));
        lines.add(ending(rehearsal));
        return String.join("\n", lines) + "\n";
    }

    private void step(List<String> lines, Rehearsal.Step step, TextColumns columns) {
        String indentation = GAP + columns.before(2);
        String parents = RevisionText.parents(step.downRevisions());
        String message = RevisionText.tail(step.message());
        String way = step.direction().equals("upgrade")
                ? "Upgrade " + parents + " -> " + step.revision()
                : "Downgrade " + step.revision() + " -> " + parents;
        lines.add(palette.revision(fitting(way + message + " (" + took(step.duration()) + ")")));
        if (!step.held().isEmpty()) {
            String held = cut(named(step.held()), HELD_LENGTH);
            lines.add(fitting(GAP + "Locked already, so that it does not show below: " + held));
        }
        for (Rehearsal.Statement statement : step.statements()) {
            lines.add(fitting(GAP + columns.line(cells(statement))));
            if (!statement.rehearsed()) {
                lines.add(indentation + VisibleText.line(statement.reason()));
            }
            String beginning = indentation + palette.warning("warning:") + " ";
            statement.warnings().forEach(warning -> lines.add(beginning + VisibleText.line(warning)));
        }
    }

    private static String ending(Rehearsal rehearsal) {
        String kept = rehearsal.onCopy() ? "It was done on a copy, which is removed" : "It was rolled back";
        String place = RunText.place(rehearsal.from());
        long missing = rehearsal.notRehearsed();
        String passedOver = missing + (missing == 1 ? " statement was" : " statements were") + " not rehearsed. ";
        String works = missing == 0 ? "All of it works. " : "What was rehearsed works; ";
        return (rehearsal.failure().isPresent() ? "" : works) + (missing == 0 ? "" : passedOver) + kept
                + "; the database is at " + place + ".";
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
        return DisplayWidth.cut(VisibleText.line(text), length);
    }

    private static String took(Duration duration) {
        long milliseconds = duration.toMillis();
        return milliseconds < 1000 ? milliseconds + " ms" : String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
}
