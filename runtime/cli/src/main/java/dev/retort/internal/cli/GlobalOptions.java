package dev.retort.internal.cli;

import dev.retort.internal.configuration.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every command has, before its name or after it. */
final class GlobalOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration file. Without it: RETORT_CONFIG, or the nearest retort.toml, going up from"
                    + " the working directory.")
    @Nullable
    String config;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "Environment, a table [env.NAME] of the configuration file (RETORT_ENV).")
    @Nullable
    String environment;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Database: postgresql://user:pass@host/db, sqlite:///file.db or jdbc:… (RETORT_URL,"
                    + " DATABASE_URL).")
    @Nullable
    String url;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "How long to wait for a server that is starting, such as 60s (RETORT_WAIT).")
    @Nullable
    String wait;

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "Folder of revisions; may be repeated (RETORT_MIGRATIONS).")
    List<String> migrations = new ArrayList<>();

    @Option(
            names = "-x",
            paramLabel = "KEY=VALUE",
            description = "Argument for the migrations; may be repeated, the last one of a key counts.")
    List<String> arguments = new ArrayList<>();

    @Option(names = "--json", description = "Print the result, or the error, as a JSON document.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but results, warnings and errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Long form, where a command has one; else a log of everything, SQL too. -vv for both.")
    boolean[] verbose = {};

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    boolean help;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = Colour.Converter.class,
            description = "Colours: always, never, or auto, which is on a terminal (NO_COLOR, FORCE_COLOR, CLICOLOR).")
    @Nullable
    Colour colour;

    @Option(names = "--no-color", description = "The same as --color never.")
    boolean noColor;

    /** These and the ones given closer to the command, which win. */
    GlobalOptions with(GlobalOptions closer) {
        GlobalOptions both = new GlobalOptions();
        both.config = closer.config != null ? closer.config : config;
        both.environment = closer.environment != null ? closer.environment : environment;
        both.url = closer.url != null ? closer.url : url;
        both.wait = closer.wait != null ? closer.wait : wait;
        both.migrations = together(migrations, closer.migrations);
        both.arguments = together(arguments, closer.arguments);
        both.json = json || closer.json;
        both.quiet = quiet || closer.quiet;
        both.verbose = new boolean[verbose.length + closer.verbose.length];
        both.colour = closer.colour() != null ? closer.colour() : colour();
        return both;
    }

    private static List<String> together(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    Map<Setting, List<String>> settings() {
        Map<Setting, List<String>> settings = new EnumMap<>(Setting.class);
        if (url != null) {
            settings.put(Setting.URL, List.of(url));
        }
        if (wait != null) {
            settings.put(Setting.WAIT, List.of(wait));
        }
        if (!migrations.isEmpty()) {
            settings.put(Setting.MIGRATIONS, migrations);
        }
        return settings;
    }

    /** A key without a value has the empty one, as in Alembic. */
    Map<String, String> argumentValues() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            values.put(
                    equals < 0 ? argument : argument.substring(0, equals),
                    equals < 0 ? "" : argument.substring(equals + 1));
        }
        return values;
    }

    /** Null where nothing was asked for. */
    @Nullable
    Colour colour() {
        return noColor ? Colour.NEVER : colour;
    }

    int verbosity() {
        return verbose.length;
    }
}
