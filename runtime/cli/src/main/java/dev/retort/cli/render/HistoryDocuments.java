package dev.retort.cli.render;

import dev.retort.Log;
import dev.retort.cli.config.Secrets;
import dev.retort.version.LogEntry;
import java.io.IOException;

/** The documents {@code --json} prints of the history; as {@link JsonDocuments}. */
public final class HistoryDocuments {

    private HistoryDocuments() {}

    /** {@code {"exists", "entries": […]}}: the newest first. */
    public static String log(Log log) {
        return Json.object(json -> {
            json.flag("exists", log.exists());
            json.array("entries", entries -> {
                for (LogEntry entry : log.entries()) {
                    entries.nested(fields -> entry(fields, entry));
                }
            });
        });
    }

    /** {@code {"id", "revision", "script"}}: the text that an entry keeps. */
    public static String script(LogEntry entry, String text) {
        return Json.object(json -> {
            json.number("id", entry.id());
            json.text("revision", entry.revision());
            json.text("script", text);
        });
    }

    private static void entry(Json json, LogEntry entry) throws IOException {
        json.number("id", entry.id());
        json.text("revision", entry.revision());
        json.text("direction", entry.direction());
        json.text("message", entry.message());
        json.text("started", entry.startedAt().toString());
        json.number("milliseconds", entry.duration().toMillis());
        json.text("outcome", entry.outcome());
        json.text("error", entry.error() == null ? null : Secrets.mask(entry.error()));
        json.number("statements", entry.statements());
        json.text("user", entry.runner().user());
        json.text("host", entry.runner().host());
        json.text("toolVersion", entry.runner().toolVersion());
        json.text("checksumAlgorithm", entry.algorithm());
        json.text("checksum", entry.checksum());
        json.text("meaningChecksum", entry.meaningChecksum());
        json.flag("keepsScript", entry.keepsScript());
    }
}
