package dev.retort.internal.cli;

import dev.retort.LintRequest;
import dev.retort.RetortBuilder;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.ConfiguredLint;
import dev.retort.internal.configuration.Setting;

/** What the table {@code lint} of the configuration says. */
final class LintRules {

    private final Configuration configuration;

    LintRules(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Has an upgrade look for errors first, unless that is switched off. */
    void configure(RetortBuilder builder) {
        String upgrade = configuration.list(Setting.LINT_UPGRADE).get(0);
        if (!upgrade.equals("off")) {
            builder.lintUpgrades(request(), upgrade.equals("error"));
        }
    }

    LintRequest request() {
        return ConfiguredLint.request(configuration);
    }
}
