package dev.retort.internal.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Reverts revisions down to a target. */
@Mojo(name = "downgrade", requiresProject = false, threadSafe = true)
public final class DowngradeMojo extends RetortMojo {

    /** Down to where: {@code -1}, {@code base}, an id. */
    @Parameter(property = "retort.target", defaultValue = "-1")
    private String target = "-1";

    @Override
    List<String> command() {
        return List.of("downgrade", target);
    }
}
