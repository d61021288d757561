package dev.retort.internal.cli;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is usually typed without the parser, which takes longer to start than the JVM. What it does not know for
 * certain, and every mistake, it leaves to the parser.
 */
final class UsualArguments {

    /** A command, its options set. */
    record Read(Action action, GlobalOptions options) {}

    private final String[] arguments;
    private final GlobalOptions options = new GlobalOptions();
    private int at;
    private @Nullable Action action;
    private boolean targeted;

    private UsualArguments(String[] arguments) {
        this.arguments = arguments;
    }

    /** Empty where the parser has to look at them. */
    static Optional<Read> read(String[] arguments) {
        return new UsualArguments(arguments).read();
    }

    private Optional<Read> read() {
        while (at < arguments.length) {
            String argument = arguments[at++];
            boolean known = argument.startsWith("-") ? option(argument) : word(argument);
            if (!known) {
                return Optional.empty();
            }
        }
        if (action == null || action instanceof UpgradeCommand && !targeted) {
            return Optional.empty();
        }
        return Optional.of(new Read(action, options));
    }

    private boolean word(String argument) {
        if (action == null) {
            action = command(argument);
            return action != null;
        }
        return target(argument);
    }

    private static @Nullable Action command(String name) {
        return switch (name) {
            case "upgrade" -> new UpgradeCommand();
            case "downgrade" -> new DowngradeCommand();
            case "current" -> new CurrentCommand();
            case "status" -> new StatusCommand();
            case "heads" -> new HeadsCommand();
            default -> null;
        };
    }

    private boolean target(String argument) {
        if (targeted || argument.isEmpty()) {
            return false;
        }
        if (action instanceof UpgradeCommand upgrade) {
            upgrade.target = argument;
        } else if (action instanceof DowngradeCommand downgrade) {
            downgrade.target = argument;
        } else {
            return false;
        }
        targeted = true;
        return true;
    }

    private boolean option(String argument) {
        return switch (argument) {
            case "--url" -> options.url == null && value(url -> options.url = url);
            case "-c", "--config" -> options.config == null && value(file -> options.config = file);
            case "--env" -> options.environment == null && value(name -> options.environment = name);
            case "--migrations" -> value(options.migrations::add);
            case "-x" -> value(options.arguments::add);
            case "-v", "--verbose" -> verbose();
            case "-q", "--quiet" -> !options.quiet && (options.quiet = true);
            case "--json" -> !options.json && (options.json = true);
            case "--sql" -> sql();
            default -> false;
        };
    }

    private boolean value(Consumer<String> setter) {
        if (at == arguments.length || arguments[at].isEmpty() || arguments[at].startsWith("-")) {
            return false;
        }
        String value = arguments[at++];
        if (CommandTree.isCommand(value)) {
            return false;
        }
        setter.accept(value);
        return true;
    }

    /** Only how often it was said counts. */
    private boolean verbose() {
        options.verbose = new boolean[options.verbose.length + 1];
        return true;
    }

    private boolean sql() {
        if (action instanceof UpgradeCommand upgrade) {
            return !upgrade.sql && (upgrade.sql = true);
        }
        return action instanceof DowngradeCommand downgrade && !downgrade.sql && (downgrade.sql = true);
    }
}
