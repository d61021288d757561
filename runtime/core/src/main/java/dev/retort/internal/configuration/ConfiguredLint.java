package dev.retort.internal.configuration;

import dev.retort.LintRequest;

/** What a configuration says of lint. */
public final class ConfiguredLint {

    private ConfiguredLint() {}

    /** Of all that is not applied, as configured. */
    public static LintRequest request(Configuration configuration) {
        return LintRequest.USUAL
                .severity("off", configuration.list(Setting.LINT_OFF))
                .severity("info", configuration.list(Setting.LINT_INFO))
                .severity("warning", configuration.list(Setting.LINT_WARNING))
                .severity("error", configuration.list(Setting.LINT_ERROR))
                .baseline(configuration.list(Setting.LINT_BASELINE))
                .serverVersion(configuration.list(Setting.LINT_SERVER_VERSION).stream()
                        .findFirst()
                        .orElse(null));
    }
}
