package dev.retort.internal.cli.render;

import dev.retort.LintFinding;
import dev.retort.LintFinding.Severity;
import dev.retort.LintResult;
import dev.retort.TableLock;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings as documents: Retort's own, SARIF 2.1.0, and the code quality report of GitLab. */
public final class LintDocuments {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private LintDocuments() {}

    /** {@code {"findings": […], "revisions", "databaseAsked", "errors", "warnings", "remarks"}}. */
    public static String json(LintResult result) {
        return JsonText.object(json -> {
            json.array("findings", all -> {
                for (LintFinding finding : result.findings()) {
                    all.nested(fields -> finding(fields, finding));
                }
            });
            json.texts("revisions", result.revisions());
            json.flag("databaseAsked", result.databaseAsked());
            json.number("errors", result.count(Severity.ERROR));
            json.number("warnings", result.count(Severity.WARNING));
            json.number("remarks", result.count(Severity.INFO));
        });
    }

    private static void finding(JsonText json, LintFinding finding) throws IOException {
        json.text("rule", finding.rule());
        json.text("severity", LintText.word(finding.severity()));
        json.text("file", finding.place().file());
        json.position("line", finding.place().line());
        json.position("column", finding.place().column());
        json.text("revision", finding.revision());
        json.text("direction", finding.direction());
        json.text("sentence", finding.sentence());
        json.array("locks", locks -> {
            for (TableLock lock : finding.locks()) {
                locks.nested(fields -> {
                    fields.text("table", lock.table());
                    fields.text("mode", lock.mode());
                    fields.text("keepsOut", lock.keepsOut().name().toLowerCase(Locale.ROOT));
                });
            }
        });
        json.text("rows", finding.rows().name().toLowerCase(Locale.ROOT));
        json.text("why", finding.why());
        json.text("better", finding.better());
    }

    /**
     * SARIF 2.1.0, as GitHub and others read it.
     *
     * @param version of this program
     */
    public static String sarif(LintResult result, String version) {
        List<String> ids = result.rules().stream().map(LintResult.Rule::id).toList();
        return JsonText.object(json -> {
            json.text("$schema", SCHEMA);
            json.text("version", "2.1.0");
            json.array(
                    "runs",
                    runs -> runs.nested(run -> {
                        run.object(
                                "tool",
                                tool -> tool.object("driver", driver -> {
                                    driver.text("name", "retort");
                                    driver.text("version", version);
                                    driver.array("rules", rules -> {
                                        for (LintResult.Rule rule : result.rules()) {
                                            rules.nested(fields -> rule(fields, rule));
                                        }
                                    });
                                }));
                        run.text("columnKind", "utf16CodeUnits");
                        Map<LintFinding, String> fingerprints = fingerprints(result.findings());
                        run.array("results", results -> {
                            for (LintFinding finding : result.findings()) {
                                results.nested(
                                        fields -> result(fields, finding, ids.indexOf(finding.rule()), fingerprints));
                            }
                        });
                    }));
        });
    }

    private static void rule(JsonText json, LintResult.Rule rule) throws IOException {
        json.text("id", rule.id());
        json.object("shortDescription", text -> text.text("text", rule.why()));
        json.object("help", text -> text.text("text", rule.why() + " More: retort explain " + rule.id()));
        json.object("defaultConfiguration", fields -> {
            fields.flag("enabled", rule.usual());
            fields.text("level", level(rule.severity()));
        });
    }

    private static void result(JsonText json, LintFinding finding, int index, Map<LintFinding, String> fingerprints)
            throws IOException {
        json.text("ruleId", finding.rule());
        json.number("ruleIndex", index);
        json.text("level", level(finding.severity()));
        json.object("message", text -> text.text("text", LintText.message(finding)));
        json.array(
                "locations",
                all -> all.nested(location -> location.object("physicalLocation", place -> {
                    place.object("artifactLocation", file -> file.text("uri", uri(LintText.path(finding))));
                    place.object("region", region -> {
                        region.number("startLine", Math.max(1, finding.place().line()));
                        region.number("startColumn", Math.max(1, finding.place().column()));
                    });
                })));
        json.object("partialFingerprints", hashes -> hashes.text("primaryLocationLineHash", fingerprints.get(finding)));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    /** The report that GitLab shows in a merge request. */
    public static String gitlab(LintResult result) {
        Map<LintFinding, String> fingerprints = fingerprints(result.findings());
        return JsonText.list(all -> {
            for (LintFinding finding : result.findings()) {
                all.nested(json -> {
                    json.text("description", finding.sentence() + " " + finding.why());
                    json.text("check_name", finding.rule());
                    json.text("fingerprint", fingerprints.get(finding));
                    json.text("severity", grade(finding.severity()));
                    json.object("location", place -> {
                        place.text("path", LintText.path(finding));
                        place.object(
                                "lines",
                                lines -> lines.number(
                                        "begin", Math.max(1, finding.place().line())));
                    });
                });
            }
        });
    }

    private static String grade(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }

    /** The same for a finding when lines before it come and go, and when tables grow; each is there once. */
    private static Map<LintFinding, String> fingerprints(List<LintFinding> findings) {
        Map<LintFinding, String> all = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (LintFinding finding : findings) {
            String sentence = finding.sentence()
                    .replaceAll("in line \\d+", "in a line")
                    .replaceAll(" \"[^\"]*\" has (?:about [\\d,]+ rows, )?\\d+ \\w+\\.", "");
            String hash = hash(String.join("\n", finding.rule(), finding.revision(), finding.direction(), sentence));
            all.put(finding, hash + ":" + times.merge(hash, 1, Integer::sum));
        }
        return all;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
