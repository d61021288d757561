package dev.retort.internal.cli.render;

import dev.retort.CheckResult;
import dev.retort.CheckResult.Outcome;
import dev.retort.Location;
import dev.retort.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The document {@code --json} prints of a verification; as {@link JsonDocuments}. */
public final class VerificationDocuments {

    private VerificationDocuments() {}

    /**
     * {@code {"checks": [{"kind", "name", "title", "revision", "file", "line", "outcome", "problems", "remarks",
     * "milliseconds"}], "passed", "seed", "repeat"}}.
     *
     * @param again the command that repeats it
     */
    public static String results(List<CheckResult> results, long seed, String again) {
        return JsonText.object(json -> {
            json.array("checks", all -> {
                for (CheckResult result : results) {
                    all.nested(fields -> result(fields, result));
                }
            });
            json.flag("passed", results.stream().noneMatch(result -> result.outcome() == Outcome.FAILED));
            json.number("seed", seed);
            json.text("repeat", again);
        });
    }

    private static void result(JsonText fields, CheckResult result) throws IOException {
        fields.text("kind", word(result.check().kind()));
        fields.text("name", result.check().name());
        fields.text("title", result.check().title());
        fields.text("revision", result.check().revision().orElse(null));
        Optional<Location> place = result.check().place();
        fields.text("file", place.map(Location::file).orElse(null));
        fields.position("line", place.map(Location::line).orElse(0));
        fields.text("outcome", word(result.outcome()));
        fields.texts(
                "problems", result.problems().stream().map(Problem::toString).toList());
        fields.texts("remarks", result.remarks());
        fields.number("milliseconds", result.duration().toMillis());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
