package dev.retort.internal.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Applies revisions up to a target. */
@Mojo(name = "upgrade", requiresProject = false, threadSafe = true)
public final class UpgradeMojo extends RetortMojo {

    /** Up to where: {@code head}, {@code heads}, an id, {@code +1}, {@code LABEL@head}. */
    @Parameter(property = "retort.target", defaultValue = "heads")
    private String target = "heads";

    @Override
    List<String> command() {
        return List.of("upgrade", target);
    }
}
