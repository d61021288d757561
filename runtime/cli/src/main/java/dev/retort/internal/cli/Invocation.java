package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortBuilder;
import dev.retort.RetortException;
import dev.retort.internal.cli.logging.LogOutput;
import dev.retort.internal.configuration.CacheFolder;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.Setting;
import dev.retort.internal.configuration.SettingRequest;
import dev.retort.internal.configuration.Source;
import dev.retort.internal.editor.EditorSession;
import dev.retort.internal.run.backfill.BackfillLog;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command being run: its options, its process, and the engine set up by them. */
final class Invocation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.database");

    private final ProcessContext process;
    private final GlobalOptions options;
    private final Console console;
    private final int logVerbosity;
    private final @Nullable BackfillBar bar;

    /** @param logVerbosity how many {@code -v} turn the whole log on */
    Invocation(ProcessContext process, GlobalOptions options, Console console, int logVerbosity) {
        this.process = process;
        this.options = options;
        this.console = console;
        this.logVerbosity = logVerbosity;
        StatusLine line = console.statusLine();
        this.bar = line == null ? null : new BackfillBar(line, () -> TerminalWidth.ofErr(process), new BackfillLog());
    }

    ProcessContext process() {
        return process;
    }

    GlobalOptions options() {
        return options;
    }

    Console console() {
        return console;
    }

    boolean json() {
        return options.json;
    }

    boolean verbose() {
        return options.verbosity() > 0;
    }

    Configuration configuration(Map<Setting, List<String>> more) {
        Configuration configuration = Configuration.resolve(request(more));
        configuration.warnings().forEach(console::warning);
        return configuration;
    }

    private SettingRequest request(Map<Setting, List<String>> more) {
        Map<Setting, List<String>> flags = new EnumMap<>(Setting.class);
        flags.putAll(options.settings());
        flags.putAll(more);
        return new SettingRequest(
                flags, options.config, options.environment, process.environment(), process.workingDirectory());
    }

    /** The streams of this process for an editor; what is logged goes beside them. */
    EditorSession editorSession() {
        LogOutput.open(console.err(), detail());
        return new EditorSession(process.in(), process.out(), request(Map.of()), PageAddress::ofCode);
    }

    Retort engine() {
        return engine(configuration(Map.of()));
    }

    /** The engine for a command that reads the database. */
    Retort reading() {
        return reading(Map.of());
    }

    /** @param settings those of its options */
    Retort reading(Map<Setting, List<String>> settings) {
        Configuration configuration = configuration(settings);
        Retort engine = engine(configuration);
        reportDoubtfulDatabase(configuration, engine);
        return engine;
    }

    Retort engine(Configuration configuration) {
        return builder(configuration).build();
    }

    /** The engine for a command that changes the database: prints which one that is. */
    Retort changing(LockOptions lock) {
        Configuration configuration = configuration(lock.settings());
        Retort engine = engine(configuration);
        reportDatabase(configuration, engine);
        return engine;
    }

    /** Prints which database this works on, and what named it. */
    void reportDatabase(Configuration configuration, Retort engine) {
        String unused = configuration.unusedUrls().isEmpty()
                ? ""
                : "; not used: the URL of "
                        + configuration.unusedUrls().stream()
                                .map(Source::toString)
                                .collect(Collectors.joining(", "));
        LOG.info("Database {} ({}){}", engine.database(), configuration.urlSource(), unused);
    }

    /** The same for a command that only reads: where it could be mistaken for another one. */
    void reportDoubtfulDatabase(Configuration configuration, Retort engine) {
        if (!configuration.unusedUrls().isEmpty()) {
            reportDatabase(configuration, engine);
        }
    }

    /** For a command with more to say to the engine. */
    RetortBuilder builder(Configuration configuration) {
        LogOutput.open(console.err(), detail());
        RetortBuilder builder = Retort.configure().environment(process.environment());
        configuration.configure(builder);
        CacheFolder.of(process.environment()).ifPresent(folder -> builder.scriptCache(folder.resolve("scripts")));
        if (bar != null) {
            builder.backfills(bar);
        }
        return builder.home(process.workingDirectory())
                .pool(new HikariPool())
                .arguments(options.argumentValues())
                .cancellation(process.cancellation());
    }

    /** Takes from the terminal what is shown only while it goes on. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private LogOutput.Detail detail() {
        if (options.verbosity() >= logVerbosity) {
            return LogOutput.Detail.EVERYTHING;
        }
        return options.quiet ? LogOutput.Detail.WARNINGS : LogOutput.Detail.PROGRESS;
    }

    /** SQL is printed and nothing else: it is there to be piped into another program. */
    void refuseJsonWithSql(boolean sql) {
        if (sql && json()) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--sql prints SQL, which --json cannot hold.").withHint("Leave one of them out."));
        }
    }
}
