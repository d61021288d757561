package dev.retort.internal.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line, and the process it was asked in.
 *
 * @param flags settings given as flags
 * @param file the file named by {@code --config}; null when none was
 * @param environment the one named by {@code --env}; null when none was
 * @param variables of the process
 */
public record SettingRequest(
        Map<Setting, List<String>> flags,
        @Nullable String file,
        @Nullable String environment,
        Map<String, String> variables,
        Path workingDirectory) {

    public SettingRequest {
        flags = Map.copyOf(flags);
        variables = Map.copyOf(variables);
    }

    /** A variable's value; one that is empty counts as not set, as in shells and compose files. */
    @Nullable
    String variable(String name) {
        String value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
