package dev.retort.internal.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compares the database with the model, and fails where they differ. The entities of JPA are those of the project. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class CheckMojo extends ModelMojo {

    /** Compares the database with what its applied revisions made of it. */
    @Parameter(property = "retort.drift", defaultValue = "false")
    private boolean drift;

    @Override
    List<String> command() {
        return drift ? List.of("check", "--drift") : List.of("check");
    }
}
