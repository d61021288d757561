package dev.retort.internal.cli.render;

import dev.retort.Direction;
import dev.retort.Interrupted;
import dev.retort.Location;
import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.Rebased;
import dev.retort.RevisionView;
import dev.retort.RunResult;
import dev.retort.Status;
import dev.retort.Step;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.SecretSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The documents {@code --json} prints. Fields are only ever added to them; none changes its meaning. */
public final class JsonDocuments {

    private JsonDocuments() {}

    /**
     * {@code {"revisions": […]}}.
     *
     * @param databaseAsked false makes {@code current} null, for nobody knows
     */
    public static String revisions(List<RevisionView> views, boolean databaseAsked) {
        return JsonText.object(json -> revisions(json, views, databaseAsked));
    }

    /**
     * {@code {"revisions": […]}}, each with its author: {@code {"name", "date"}}, or null where nobody knows.
     *
     * @param authors by the file of the revision
     */
    public static String authored(List<RevisionView> views, Map<String, Author> authors) {
        return JsonText.object(json -> json.array("revisions", revisions -> {
            for (RevisionView view : views) {
                revisions.nested(fields -> {
                    revision(fields, view, false);
                    author(fields, authors.get(view.file()));
                });
            }
        }));
    }

    private static void author(JsonText json, @Nullable Author author) throws IOException {
        if (author == null) {
            json.nothing("author");
        } else {
            json.object("author", fields -> {
                fields.text("name", author.name());
                fields.text("date", author.date());
            });
        }
    }

    /** {@code {"revisions": […], "rows": […], "atHeads": …, "database": …}}: where the database is. */
    public static String current(List<RevisionView> views, SortedSet<String> rows, boolean atHeads, String database) {
        return JsonText.object(json -> {
            revisions(json, views, true);
            json.texts("rows", rows);
            json.flag("atHeads", atHeads);
            json.text("database", database);
        });
    }

    /**
     * {@code {"rows": […], "current": […], "heads": […], "pending": […], "unexplainedRows": […], "neverRun": […],
     * "missingFiles": […], "interrupted": […], "edited": […], "clean": …}}; of revisions {@code {"revision", "message",
     * "file"}}.
     */
    public static String status(Status status, Optional<List<String>> drift) {
        return JsonText.object(json -> {
            json.texts("rows", status.rows());
            brief(json, "current", status.current());
            brief(json, "heads", status.heads());
            brief(json, "pending", status.pending());
            json.texts("unexplainedRows", status.unexplainedRows());
            brief(json, "neverRun", status.neverRun());
            json.texts("missingFiles", status.missingFiles());
            json.texts(
                    "interrupted",
                    status.interrupted().stream().map(Interrupted::revision).toList());
            brief(json, "edited", status.edited());
            if (drift.isPresent()) {
                json.texts("drift", drift.get());
            } else {
                json.text("drift", null);
            }
            json.flag("clean", status.isClean() && drift.map(List::isEmpty).orElse(true));
        });
    }

    private static void brief(JsonText json, String name, List<RevisionView> views) throws IOException {
        json.array(name, revisions -> {
            for (RevisionView view : views) {
                revisions.nested(fields -> {
                    fields.text("revision", view.id());
                    fields.text("message", view.message());
                    fields.text("file", view.file());
                });
            }
        });
    }

    /** {@code {"command", "target", "from": […], "steps": [{"revision", "direction", "rows"}], "rows": […]}}. */
    public static String plan(String command, String target, Plan plan) {
        return JsonText.object(json -> {
            json.text("command", command);
            json.text("target", target);
            json.texts("from", plan.from());
            json.array("steps", steps -> {
                for (Step step : plan.steps()) {
                    steps.nested(fields -> {
                        fields.text("revision", step.revision().id());
                        fields.text("direction", step.direction() == Direction.UP ? "up" : "down");
                        fields.texts("rows", step.rows());
                    });
                }
            });
            json.texts("rows", plan.rows());
        });
    }

    /** {@code {"from": […], "steps": […], "rows": […], "stamped": […], "backup": …, "database": …}}: what a run did. */
    public static String run(RunResult result, String database) {
        return JsonText.object(json -> {
            json.texts("from", result.from());
            json.array("steps", steps -> {
                for (RunResult.Step step : result.steps()) {
                    steps.nested(fields -> step(fields, step));
                }
            });
            json.texts("rows", result.rows());
            json.texts("stamped", result.stamped());
            json.text("backup", result.backup().map(Path::toString).orElse(null));
            json.text("database", database);
        });
    }

    /** {@code {"file": …, "settings": [{"key", "value", "source"}]}}. */
    public static String settings(Configuration configuration) {
        return JsonText.object(json -> {
            json.text("file", configuration.file());
            json.array("settings", settings -> {
                for (Configuration.Shown shown : configuration.shown()) {
                    settings.nested(fields -> setting(fields, shown));
                }
            });
        });
    }

    /** {@code {"revision", "file", "from": […], "to": […], "written", "databaseAsked"}}. */
    public static String rebased(Rebased rebased, String file, boolean written) {
        return JsonText.object(json -> {
            json.text("revision", rebased.revision());
            json.text("file", file);
            json.texts("from", rebased.from());
            json.texts("to", rebased.to());
            json.flag("written", written);
            json.flag("databaseAsked", rebased.databaseAsked());
        });
    }

    /** {@code {"files": […]}}: what was written. */
    public static String files(Collection<String> files) {
        return JsonText.object(json -> json.texts("files", files));
    }

    /** {@code {"created": …}}: whether there was something to do. */
    public static String created(boolean created) {
        return JsonText.object(json -> json.flag("created", created));
    }

    /** {@code {"dropped": …}}: whether there was something to do. */
    public static String dropped(boolean dropped) {
        return JsonText.object(json -> json.flag("dropped", dropped));
    }

    /** {@code {"templates": [{"name", "description"}]}}, or another list of what there is. */
    public static String described(String list, Map<String, String> descriptions) {
        return JsonText.object(json -> json.array(list, all -> {
            for (Map.Entry<String, String> one : descriptions.entrySet()) {
                all.nested(fields -> {
                    fields.text("name", one.getKey());
                    fields.text("description", one.getValue());
                });
            }
        }));
    }

    /** {@code {"topic", "text"}}. */
    public static String page(String topic, String text) {
        return JsonText.object(json -> {
            json.text("topic", topic);
            json.text("text", text);
        });
    }

    /**
     * {@code {"error": {"kind", "message", "problems": [{"file", "line", "column", "sentence", "hint"}]}}}.
     *
     * @param kind one of {@code Failed Usage Script Unreachable LockTimeout Differences Bug}, or for a graph that is
     *     wrong or does not have the target, the name of its {@link dev.retort.GraphException}
     */
    public static String error(String kind, String message, List<Problem> problems) {
        return JsonText.object(json -> error(json, kind, message, problems));
    }

    static void error(JsonText json, String kind, String message, List<Problem> problems) throws IOException {
        json.object("error", error -> {
            error.text("kind", kind);
            error.text("message", SecretSettings.mask(message));
            error.array("problems", all -> {
                for (Problem problem : problems) {
                    all.nested(fields -> problem(fields, problem));
                }
            });
        });
    }

    private static void revisions(JsonText json, List<RevisionView> views, boolean databaseAsked) throws IOException {
        json.array("revisions", revisions -> {
            for (RevisionView view : views) {
                revisions.nested(fields -> revision(fields, view, databaseAsked));
            }
        });
    }

    private static void revision(JsonText json, RevisionView view, boolean databaseAsked) throws IOException {
        identity(json, view);
        description(json, view);
        position(json, view, databaseAsked);
    }

    private static void identity(JsonText json, RevisionView view) throws IOException {
        json.text("revision", view.id());
        json.texts("downRevisions", view.downRevisions());
        json.texts("dependsOn", view.dependsOn());
        json.texts("squashed", view.squashed());
        json.texts("branchLabels", view.labels());
        json.texts("children", view.children());
        json.texts("neededBy", view.neededBy());
    }

    private static void description(JsonText json, RevisionView view) throws IOException {
        json.text("message", view.message());
        json.text("file", view.file());
        json.text("created", view.created());
        json.text("description", view.description());
        json.text("upgradeDescription", view.upgradeDescription());
        json.text("downgradeDescription", view.downgradeDescription());
        json.text("irreversible", view.irreversible());
    }

    private static void position(JsonText json, RevisionView view, boolean databaseAsked) throws IOException {
        json.flag("head", view.head());
        json.flag("effectiveHead", view.effectiveHead());
        json.flag("branchPoint", view.branchPoint());
        json.flag("mergePoint", view.mergePoint());
        if (databaseAsked) {
            json.flag("current", view.current());
        } else {
            json.nothing("current");
        }
    }

    private static void step(JsonText json, RunResult.Step step) throws IOException {
        json.text("revision", step.revision());
        json.texts("downRevisions", step.downRevisions());
        json.text("message", step.message());
        json.text("direction", step.direction());
        json.number("milliseconds", step.duration().toMillis());
        json.number("statements", step.statements());
        json.texts("rows", step.rows());
    }

    private static void setting(JsonText json, Configuration.Shown shown) throws IOException {
        json.text("key", shown.key());
        List<String> value = shown.value();
        if (value != null && shown.list()) {
            json.texts("value", value);
        } else {
            json.text("value", value == null ? null : value.get(0));
        }
        json.text("source", shown.source());
    }

    private static void problem(JsonText json, Problem problem) throws IOException {
        Location location = problem.location();
        json.text("file", location == null ? null : location.file());
        json.position("line", location == null ? 0 : location.line());
        json.position("column", location == null ? 0 : location.column());
        json.text("sentence", SecretSettings.mask(problem.sentence()));
        json.text("hint", problem.hint() == null ? null : SecretSettings.mask(problem.hint()));
    }
}
