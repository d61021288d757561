package dev.retort.internal.cli.render;

import dev.retort.Rehearsal;
import dev.retort.RetortException;
import dev.retort.TableLock;
import dev.retort.TableRewrite;
import dev.retort.internal.configuration.SecretSettings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The document that {@code --rehearse --json} prints. */
public final class RehearsalDocuments {

    private RehearsalDocuments() {}

    /**
     * {@code {"from": […], "onCopy": …, "steps": […], "rows": […], "notRehearsed": …, "error": …}}.
     *
     * @param errorKind the name of the failure's kind, if there is one
     */
    public static String rehearsal(Rehearsal rehearsal, String errorKind) {
        return JsonText.object(json -> {
            json.texts("from", rehearsal.from());
            json.flag("onCopy", rehearsal.onCopy());
            json.array("steps", steps -> {
                for (Rehearsal.Step step : rehearsal.steps()) {
                    steps.nested(fields -> step(fields, step));
                }
            });
            json.texts("rows", rehearsal.rows());
            json.number("notRehearsed", rehearsal.notRehearsed());
            if (rehearsal.failure().isPresent()) {
                RetortException failure = rehearsal.failure().get();
                JsonDocuments.error(json, errorKind, String.valueOf(failure.getMessage()), failure.problems());
            } else {
                json.nothing("error");
            }
        });
    }

    private static void step(JsonText json, Rehearsal.Step step) throws IOException {
        json.text("revision", step.revision());
        json.texts("downRevisions", step.downRevisions());
        json.text("message", step.message());
        json.text("direction", step.direction());
        json.number("milliseconds", step.duration().toMillis());
        locks(json, "held", step.held());
        json.array("statements", statements -> {
            for (Rehearsal.Statement statement : step.statements()) {
                statements.nested(fields -> statement(fields, statement));
            }
        });
        json.texts("rows", step.rows());
    }

    private static void statement(JsonText json, Rehearsal.Statement statement) throws IOException {
        json.text("sql", SecretSettings.mask(statement.sql()));
        json.text("file", statement.where().file());
        json.number("line", statement.where().line());
        json.text("reason", statement.rehearsed() ? null : statement.reason());
        json.number("times", statement.times());
        json.number("milliseconds", statement.duration().toMillis());
        json.number("rowCount", statement.rows());
        locks(json, "locks", statement.locks());
        json.number("lockedMilliseconds", statement.lockedFor().toMillis());
        json.array("rewritten", tables -> {
            for (TableRewrite table : statement.rewritten()) {
                tables.nested(fields -> {
                    fields.text("table", table.table());
                    fields.number("bytes", table.bytes());
                });
            }
        });
        json.texts("warnings", statement.warnings());
    }

    private static void locks(JsonText json, String name, List<TableLock> held) throws IOException {
        json.array(name, locks -> {
            for (TableLock lock : held) {
                locks.nested(fields -> {
                    fields.text("table", lock.table());
                    fields.text("mode", lock.mode());
                    fields.text("keepsOut", lock.keepsOut().name().toLowerCase(Locale.ROOT));
                });
            }
        });
    }
}
