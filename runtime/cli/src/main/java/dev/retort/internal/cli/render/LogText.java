package dev.retort.internal.cli.render;

import dev.retort.LogEntry;
import dev.retort.Runner;
import dev.retort.internal.configuration.SecretSettings;
import dev.retort.internal.error.VisibleText;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history as text: a table with a line each, or all there is to say about each. */
public final class LogText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> TITLES =
            List.of("ROW", "REVISION", "DIRECTION", "OUTCOME", "STARTED", "TOOK", "SQL", "BY", "MESSAGE");

    private final Palette palette;
    private final int width;

    /** @param width characters a line may have; what is longer is cut */
    public LogText(Palette palette, int width) {
        this.palette = palette;
        this.width = width;
    }

    /** The columns are as wide as they need; the first line of an error is below its row. */
    public String table(List<LogEntry> entries) {
        List<List<String>> rows = Stream.concat(
                        Stream.of(TITLES), entries.stream().map(LogText::cells))
                .toList();
        TextColumns columns = TextColumns.of(rows);
        StringBuilder text = new StringBuilder(palette.marker(cut(columns.line(TITLES)))).append('\n');
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            String line = cut(columns.line(rows.get(i + 1)));
            text.append(failed(entry) ? palette.warning(line) : line).append('\n');
            firstLine(entry.error())
                    .forEach(
                            error -> text.append(cut(columns.before(1) + error)).append('\n'));
        }
        return text.toString();
    }

    /** All of each, an empty line between them. */
    public String entries(List<LogEntry> entries) {
        StringBuilder text = new StringBuilder();
        for (LogEntry entry : entries) {
            text.append(text.isEmpty() ? "" : "\n");
            text.append(palette.revision("Row " + entry.id() + ": " + entry.direction() + " " + entry.revision()));
            text.append(
                    failed(entry)
                            ? palette.error(" (" + VisibleText.line(entry.outcome()) + ")")
                            : " (" + VisibleText.line(entry.outcome()) + ")");
            text.append('\n');
            line(text, "Message", entry.message());
            line(text, "Started", TIME.format(entry.startedAt()));
            line(text, "Took", took(entry.duration()));
            line(text, "Statements", String.valueOf(entry.statements()));
            line(text, "By", by(entry.runner()));
            line(text, "Retort", entry.runner().toolVersion());
            String algorithm = entry.algorithm() == null ? "" : " (" + entry.algorithm() + ")";
            line(text, "Checksum", entry.checksum() == null ? null : entry.checksum() + algorithm);
            line(text, "Meaning", entry.meaningChecksum() == null ? null : entry.meaningChecksum() + algorithm);
            if (entry.notices() != null) {
                text.append("Notices:\n");
                indented(text, VisibleText.lines(entry.notices()));
            }
            if (entry.error() != null) {
                indented(text, VisibleText.lines(SecretSettings.mask(entry.error())));
            }
        }
        return text.toString();
    }

    private static void indented(StringBuilder text, String lines) {
        lines.lines().forEach(line -> text.append("    ").append(line).append('\n'));
    }

    private static boolean failed(LogEntry entry) {
        return !entry.outcome().equals("done");
    }

    private static List<String> cells(LogEntry entry) {
        return List.of(
                String.valueOf(entry.id()),
                VisibleText.line(entry.revision()),
                VisibleText.line(entry.direction()),
                VisibleText.line(entry.outcome()),
                TIME.format(entry.startedAt()),
                took(entry.duration()),
                String.valueOf(entry.statements()),
                by(entry.runner()),
                RevisionText.title(entry.message()));
    }

    private String cut(String line) {
        return DisplayWidth.cut(line, width);
    }

    private static Stream<String> firstLine(@Nullable String error) {
        return error == null
                ? Stream.empty()
                : VisibleText.lines(SecretSettings.mask(error)).lines().limit(1);
    }

    private static String took(Duration duration) {
        long milliseconds = duration.toMillis();
        return milliseconds < 1000 ? milliseconds + " ms" : String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }

    private static String by(Runner runner) {
        String user = runner.user() == null ? "?" : runner.user();
        return VisibleText.line(runner.host() == null ? user : user + "@" + runner.host());
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append(name).append(": ").append(VisibleText.paragraph(value)).append('\n');
        }
    }
}
