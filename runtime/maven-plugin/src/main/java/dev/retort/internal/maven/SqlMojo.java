package dev.retort.internal.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes the SQL of an upgrade into a file, and runs nothing. */
@Mojo(name = "sql", requiresProject = false, threadSafe = true)
public final class SqlMojo extends RetortMojo {

    /** Up to where; with {@code FROM:TO} no database is asked. */
    @Parameter(property = "retort.target", defaultValue = "heads")
    private String target = "heads";

    /** Where the SQL goes to. */
    @Parameter(property = "retort.output", defaultValue = "${project.build.directory}/retort/upgrade.sql")
    @Nullable
    private File output;

    private final List<String> lines = new ArrayList<>();

    @Override
    List<String> command() {
        return List.of("upgrade", target, "--sql");
    }

    @Override
    void result(String line) {
        lines.add(line);
    }

    @Override
    void end() throws MojoExecutionException {
        if (output == null) {
            throw new MojoExecutionException("There is no file for the SQL. Set retort.output.");
        }
        try {
            Files.createDirectories(output.toPath().toAbsolutePath().resolveSibling(""));
            Files.write(output.toPath(), lines);
        } catch (IOException failed) {
            throw new MojoExecutionException("The file " + output + " cannot be written. Set retort.output.", failed);
        }
        getLog().info("The SQL is in " + output + ".");
    }
}
