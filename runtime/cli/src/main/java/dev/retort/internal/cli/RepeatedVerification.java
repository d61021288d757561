package dev.retort.internal.cli;

import dev.retort.CheckResult;
import dev.retort.CheckResult.Outcome;
import dev.retort.internal.configuration.SecretSettings;
import dev.retort.internal.error.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The command that repeats a verification: the same rows, on a database of the same kind. */
final class RepeatedVerification {

    /** What no shell takes for anything but itself. */
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private final List<String> words = new ArrayList<>(List.of("retort", "verify"));
    private final String to;
    /** Where the end of the verification is named. */
    private int place;

    /** @param to where the verification ends */
    RepeatedVerification(GlobalOptions options, String to) {
        this.to = to;
        add("--config", options.config);
        add("--env", options.environment);
        // Who repeats it has the password from where it belongs, such as PGPASSWORD.
        add("--url", options.url == null ? null : SecretSettings.withoutPasswords(options.url));
        options.migrations.forEach(folder -> add("--migrations", folder));
        options.arguments.forEach(argument -> add("-x", SecretSettings.mask(argument)));
    }

    /** Adds an option where it has a value. */
    RepeatedVerification add(String option, @Nullable Object value) {
        if (value != null) {
            words.add(option);
            words.add(quoted(String.valueOf(value)));
        }
        return this;
    }

    /** Where it ends is named here. */
    RepeatedVerification addEnd() {
        place = words.size();
        return this;
    }

    /** Adds an option whose value may be left out. */
    RepeatedVerification addOptional(String option, @Nullable String value) {
        if (value != null) {
            words.add(value.isEmpty() ? option : option + "=" + quoted(value));
        }
        return this;
    }

    /**
     * The command.
     *
     * @param leadsThere whether the revisions up to one of them are applied in the same order, and no others among them: then it
     *     needs to go no further than to the first one that failed
     */
    String of(List<CheckResult> results, Predicate<String> leadsThere, long seed) {
        String end = results.stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .flatMap(result -> result.check().revision().stream())
                .findFirst()
                .filter(leadsThere)
                .orElse(to);
        List<String> command = new ArrayList<>(words);
        if (!end.equals("heads")) {
            command.addAll(place, List.of("--to", quoted(end)));
        }
        return VisibleText.line(String.join(" ", command) + " --seed " + seed);
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
