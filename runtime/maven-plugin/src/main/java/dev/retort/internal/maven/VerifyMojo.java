package dev.retort.internal.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Proves on scratch databases that the revisions go up, down and up again, and lead to the model, where there is one.
 * The entities of JPA are those of the project.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class VerifyMojo extends ModelMojo {

    /** Proves what comes after this revision; without it: all. */
    @Parameter(property = "retort.verify.from")
    @Nullable
    private String from;

    /** Proves what comes up to this revision; without it: all. */
    @Parameter(property = "retort.verify.to")
    @Nullable
    private String to;

    /** Proves what the database does not have yet. */
    @Parameter(property = "retort.verify.pending", defaultValue = "false")
    private boolean pending;

    /** How many rows each table is given before a revision is tried; 0 for none. */
    @Parameter(property = "retort.verify.rows")
    @Nullable
    private String rows;

    /** Where the values of the rows come from; a failure prints it. */
    @Parameter(property = "retort.verify.seed")
    @Nullable
    private String seed;

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(List.of("verify"));
        add(command, "--from", from);
        add(command, "--to", to);
        if (pending) {
            command.add("--pending");
        }
        add(command, "--rows", rows);
        add(command, "--seed", seed);
        return command;
    }
}
