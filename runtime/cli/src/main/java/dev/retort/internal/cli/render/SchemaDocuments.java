package dev.retort.internal.cli.render;

import dev.retort.Problem;
import dev.retort.SchemaDifference;
import dev.retort.SchemaSnapshot;
import java.io.IOException;
import java.util.List;

/** The documents {@code --json} prints of schemas; as {@link JsonDocuments}. */
public final class SchemaDocuments {

    private SchemaDocuments() {}

    /** {@code {"database", "script", "complete", "uncertain", "leftOut"}}. */
    public static String schema(SchemaSnapshot snapshot, String script) {
        return JsonText.object(json -> {
            json.text("database", snapshot.database());
            json.text("script", script);
            certainty(json, List.of(snapshot));
        });
    }

    /** {@code {"changes": [{"object", "operation", "losesData"}], "renames", "unreachable", "equal", …}}. */
    public static String difference(SchemaDifference difference, SchemaSnapshot from, SchemaSnapshot to) {
        return JsonText.object(json -> {
            json.array("changes", all -> {
                for (SchemaDifference.Change change : difference.changes()) {
                    all.nested(fields -> {
                        fields.text("object", change.object());
                        fields.text("operation", change.operation());
                        fields.flag("losesData", change.losesData());
                    });
                }
            });
            json.array("renames", all -> {
                for (SchemaDifference.Rename rename : difference.renames()) {
                    all.nested(fields -> {
                        fields.text("object", rename.object());
                        fields.text("newName", rename.newName());
                        fields.number("score", rename.score());
                        fields.text("reason", rename.reason());
                    });
                }
            });
            json.texts("unreachable", difference.unreachable());
            json.flag("equal", difference.isEmpty());
            certainty(json, List.of(from, to));
        });
    }

    private static void certainty(JsonText json, List<SchemaSnapshot> snapshots) throws IOException {
        json.flag("complete", snapshots.stream().allMatch(SchemaSnapshot::isComplete));
        json.texts(
                "uncertain",
                distinct(snapshots.stream()
                        .flatMap(each -> each.uncertain().stream())
                        .toList()));
        json.texts(
                "problems",
                distinct(snapshots.stream()
                        .flatMap(each -> each.problems().stream())
                        .map(Problem::toString)
                        .toList()));
        json.texts(
                "leftOut",
                distinct(snapshots.stream()
                        .flatMap(each -> each.leftOut().stream())
                        .toList()));
    }

    private static List<String> distinct(List<String> names) {
        return names.stream().distinct().toList();
    }
}
