package dev.retort.internal.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compares what was applied with the scripts, and fails where they differ. */
@Mojo(name = "validate", requiresProject = false, threadSafe = true, defaultPhase = LifecyclePhase.VERIFY)
public final class ValidateMojo extends RetortMojo {

    /** Looks at the scripts alone, without a database: each must compile, and go up and down on its own chain. */
    @Parameter(property = "retort.validate.chain", defaultValue = "false")
    private boolean chain;

    @Override
    List<String> command() {
        return chain ? List.of("validate", "--chain") : List.of("validate");
    }
}
