package dev.retort.internal.maven;

import dev.retort.internal.cli.Main;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal: a command of the command line, with what all commands take as parameters, and its lines in the log of Maven. */
abstract class RetortMojo extends AbstractMojo {

    private static final int DONE = 0;

    /** What a build fails for, as for a failing test: scripts that are wrong, and what differs from what it should be. */
    private static final List<Integer> FINDINGS = List.of(3, 6);

    /** The configuration file. Without it: the nearest {@code retort.toml}, going up from the working directory. */
    @Parameter(property = "retort.config")
    @Nullable
    private String config;

    /** The environment, a table {@code [env.NAME]} of the configuration file. */
    @Parameter(property = "retort.env")
    @Nullable
    private String env;

    /** The database: {@code postgresql://host/db}, {@code sqlite:///file.db} or {@code jdbc:…}. */
    @Parameter(property = "retort.url")
    @Nullable
    private String url;

    /** The user of the database, where the URL has none. */
    @Parameter(property = "retort.user")
    @Nullable
    private String user;

    /** The password of that user; better a variable of the environment, {@code RETORT_PASSWORD}. */
    @Parameter(property = "retort.password")
    @Nullable
    private String password;

    /** Folders of revisions, in place of those of the configuration file. */
    @Parameter(property = "retort.migrations")
    @Nullable
    private List<String> migrations;

    /** Arguments for the migrations, as {@code -x} of the command line. */
    @Parameter
    @Nullable
    private Map<String, String> arguments;

    /** Where relative names start from. */
    @Parameter(property = "retort.workingDirectory", defaultValue = "${basedir}")
    @Nullable
    private File workingDirectory;

    /** Does nothing. */
    @Parameter(property = "retort.skip", defaultValue = "false")
    private boolean skip;

    /** The command and what it takes, without what all commands take. */
    abstract List<String> command();

    /** What is set beside the environment of the build. */
    Map<String, String> variables() throws MojoExecutionException {
        return Map.of();
    }

    /** Takes what the command printed, a line after the other. */
    void result(String line) {
        getLog().info(line);
    }

    /** When there are no more lines. */
    void end() throws MojoExecutionException {
        // Most results are in the log by then.
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: retort.skip is set.");
            return;
        }
        LogLines messages = new LogLines(getLog());
        int code = run(messages);
        if (code == DONE) {
            end();
        } else if (FINDINGS.contains(code)) {
            throw new MojoFailureException(messages.failure());
        } else {
            throw new MojoExecutionException(messages.failure());
        }
    }

    private int run(LogLines messages) throws MojoExecutionException {
        try (LineStream results = new LineStream(this::result);
                LineStream errors = new LineStream(messages::accept);
                PrintStream out = new PrintStream(results, true, StandardCharsets.UTF_8);
                PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
            File folder = workingDirectory == null ? new File("") : workingDirectory;
            return Main.run(
                    options().toArray(String[]::new),
                    out,
                    err,
                    environment(),
                    folder.toPath().toAbsolutePath());
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(command());
        add(options, "--config", config);
        add(options, "--env", env);
        add(options, "--url", url);
        if (migrations != null) {
            migrations.forEach(folder -> add(options, "--migrations", folder));
        }
        if (arguments != null) {
            arguments.forEach((key, value) -> add(options, "-x", key + "=" + (value == null ? "" : value)));
        }
        return options;
    }

    /** On no command line, and in no list of processes, may a password be. */
    private Map<String, String> environment() throws MojoExecutionException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(variables());
        if (user != null) {
            environment.put("RETORT_USER", user);
        }
        if (password != null) {
            environment.put("RETORT_PASSWORD", password);
        }
        return environment;
    }

    static void add(List<String> options, String name, @Nullable String value) {
        if (value != null) {
            options.add(name);
            options.add(value);
        }
    }
}
