package dev.retort.internal.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the revisions, the newest first. */
@Mojo(name = "history", requiresProject = false, threadSafe = true)
public final class HistoryMojo extends RetortMojo {

    /** Only these, both ends included, as {@code 4f1c:head}. */
    @Parameter(property = "retort.range")
    @Nullable
    private String range;

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(List.of("history"));
        add(command, "--rev-range", range);
        return command;
    }
}
