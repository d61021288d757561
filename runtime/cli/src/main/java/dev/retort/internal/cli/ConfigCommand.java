package dev.retort.internal.cli;

import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.SettingsText;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.ConfigurationSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "  retort config --env prod           what would count there",
            "  retort config --schema >retort.schema.json",
            "                                     for editors: the first line of retort.toml is then",
            "                                     #:schema ./retort.schema.json"
        })
final class ConfigCommand implements Action {

    @Option(
            names = "--schema",
            description =
                    "Print the JSON schema of the configuration file instead, by which editors complete and check it.")
    boolean schema;

    @Mixin
    LockPolicyOptions lockPolicy = new LockPolicyOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        if (schema) {
            invocation.console().result(ConfigurationSchema.text());
            return ExitCode.DONE;
        }
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
