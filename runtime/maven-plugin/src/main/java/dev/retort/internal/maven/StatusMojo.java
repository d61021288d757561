package dev.retort.internal.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows where the database is, what is pending, and what is not as it should be. */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends RetortMojo {

    /** Fails where something is pending, or is not as it should be. */
    @Parameter(property = "retort.status.check", defaultValue = "false")
    private boolean check;

    @Override
    List<String> command() {
        return check ? List.of("status", "--check") : List.of("status");
    }
}
