package dev.retort.internal.cli;

import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.SettingsText;
import dev.retort.internal.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "config",
        description = "Show every setting, its value, and where that came from; passwords are hidden.",
        footer = {
            "",
            "A flag comes before a variable (RETORT_URL, …), that before DATABASE_URL, that before the",
            "configuration file, that before the default. In the file, [env.NAME] comes before the top.",
            "A user and a password of the file are used with a URL of the file only.",
            "",
            "Examples:",
            "  retort config                      what counts here",
            "  retort config --env prod           what would count there"
        })
final class ConfigCommand implements Action {

    @Mixin
    LockPolicyOptions lockPolicy = new LockPolicyOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        Configuration configuration = invocation.configuration(lockPolicy.settings());
        invocation
                .console()
                .result(
                        invocation.json()
                                ? JsonDocuments.settings(configuration)
                                : SettingsText.table(configuration.shown()));
        return ExitCode.DONE;
    }
}
