package dev.retort.internal.dialect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clients of a database find around them where a URL does not name all: the variables of the process, and where
 * servers of this machine listen.
 *
 * @param variables of the process; those without a value count as not set
 * @param socketFolders where a server's socket may be, the likeliest first
 */
public record ClientVariables(Map<String, String> variables, List<Path> socketFolders) {

    /** Nothing but the URL counts. */
    public static final ClientVariables NONE = new ClientVariables(Map.of(), List.of());

    public ClientVariables {
        variables = Map.copyOf(variables);
        socketFolders = List.copyOf(socketFolders);
    }

    /** Those of a process, and the folders that PostgreSQL is built with: Debian's and Fedora's, and its own. */
    public static ClientVariables of(Map<String, String> variables) {
        return new ClientVariables(
                variables, List.of(Path.of("/run/postgresql"), Path.of("/var/run/postgresql"), Path.of("/tmp")));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
