package dev.retort.internal.cli.render;

import dev.retort.Finding;
import dev.retort.Log;
import dev.retort.LogEntry;
import dev.retort.Repaired;
import dev.retort.internal.configuration.SecretSettings;
import java.io.IOException;
import java.util.List;

/** The documents {@code --json} prints of the history and of what was found by it; as {@link JsonDocuments}. */
public final class HistoryDocuments {

    private HistoryDocuments() {}

    /** {@code {"exists", "entries": […]}}: the newest first. */
    public static String log(Log log) {
        return JsonText.object(json -> {
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
        return JsonText.object(json -> {
            json.number("id", entry.id());
            json.text("revision", entry.revision());
            json.text("script", text);
        });
    }

    /** {@code {"findings": [{"kind", "revision", "file", "sentence", "hint", "diff"}], "valid"}}. */
    public static String findings(List<Finding> findings) {
        return JsonText.object(json -> {
            json.array("findings", all -> {
                for (Finding finding : findings) {
                    all.nested(fields -> finding(fields, finding));
                }
            });
            json.flag("valid", findings.isEmpty());
        });
    }

    /** {@code {"repaired": [{"revision", "file"}]}}. */
    public static String repaired(List<Repaired> repaired) {
        return JsonText.object(json -> json.array("repaired", all -> {
            for (Repaired one : repaired) {
                all.nested(fields -> {
                    fields.text("revision", one.revision());
                    fields.text("file", one.file());
                });
            }
        }));
    }

    private static void entry(JsonText json, LogEntry entry) throws IOException {
        json.number("id", entry.id());
        json.text("revision", entry.revision());
        json.text("direction", entry.direction());
        json.text("message", entry.message());
        json.text("started", entry.startedAt().toString());
        json.number("milliseconds", entry.duration().toMillis());
        json.text("outcome", entry.outcome());
        json.text("error", entry.error() == null ? null : SecretSettings.mask(entry.error()));
        json.text("notices", entry.notices());
        json.number("statements", entry.statements());
        json.text("user", entry.runner().user());
        json.text("host", entry.runner().host());
        json.text("toolVersion", entry.runner().toolVersion());
        json.text("checksumAlgorithm", entry.algorithm());
        json.text("checksum", entry.checksum());
        json.text("meaningChecksum", entry.meaningChecksum());
        json.flag("keepsScript", entry.keepsScript());
    }

    private static void finding(JsonText json, Finding finding) throws IOException {
        json.text("kind", kind(finding.kind()));
        json.text("revision", finding.revision());
        json.text("file", finding.file());
        json.text("sentence", finding.sentence());
        json.text("hint", finding.hint());
        json.text("diff", finding.diff());
    }

    private static String kind(Finding.Kind kind) {
        return switch (kind) {
            case EDITED -> "edited";
            case DELETED -> "deleted";
            case UNKNOWN -> "unknown";
            case OUT_OF_ORDER -> "outOfOrder";
            case INTERRUPTED -> "interrupted";
        };
    }
}
