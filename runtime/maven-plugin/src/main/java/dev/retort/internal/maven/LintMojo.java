package dev.retort.internal.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Reports what revisions will do to a database that is in use, and fails where that is bad. */
@Mojo(name = "lint", requiresProject = false, threadSafe = true, defaultPhase = LifecyclePhase.VERIFY)
public final class LintMojo extends RetortMojo {

    /** Revisions, or ranges {@code FROM:TO}. Without any: what is not applied, where the database answers; else all. */
    @Parameter(property = "retort.lint.revisions")
    @Nullable
    private List<String> revisions;

    /** Also what is applied, and what is below the baseline. */
    @Parameter(property = "retort.lint.all", defaultValue = "false")
    private boolean all;

    /** The database that is asked how large its tables are, and what is applied there. */
    @Parameter(property = "retort.lint.against")
    @Nullable
    private String against;

    /** The severity from which on the build fails: {@code error}, {@code warning} or {@code info}. */
    @Parameter(property = "retort.lint.failOn")
    @Nullable
    private String failOn;

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(List.of("lint"));
        if (revisions != null) {
            command.addAll(revisions);
        }
        if (all) {
            command.add("--all");
        }
        add(command, "--against", against);
        add(command, "--fail-on", failOn);
        return command;
    }
}
