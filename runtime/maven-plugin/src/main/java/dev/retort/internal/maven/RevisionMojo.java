package dev.retort.internal.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes a new revision, and prints the name of its file. */
@Mojo(name = "revision", requiresProject = false, threadSafe = true)
public final class RevisionMojo extends RetortMojo {

    /** What it does, in a line. */
    @Parameter(property = "retort.message", required = true)
    private String message = "";

    /** Writes what leads from the database to the model. */
    @Parameter(property = "retort.autogenerate", defaultValue = "false")
    private boolean autogenerate;

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(List.of("revision", "--message", message));
        if (autogenerate) {
            command.add("--autogenerate");
        }
        return command;
    }
}
