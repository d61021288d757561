package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.ClientVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names for connections, as psql reads them: of {@code PGSERVICEFILE} or {@code ~/.pg_service.conf}, and of the folder
 * {@code PGSYSCONFDIR}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgservice.html">libpq: the service file</a>
 */
final class ServiceFile {

    private static final String NAME = "pg_service.conf";

    private ServiceFile() {}

    /** Adds what the service of that name says. */
    static void read(String service, ClientVariables variables, ConnectionParameters parameters) {
        List<Path> files = files(variables);
        for (Path file : files) {
            if (Files.isRegularFile(file) && readFrom(file, service, parameters)) {
                return;
            }
        }
        throw new RetortException(
                Kind.USAGE,
                Problem.of("There is no service \"" + service + "\" in "
                                + String.join(
                                        " or ",
                                        files.stream().map(Path::toString).toList()) + ".")
                        .withHint("Write a section [" + service + "], or name its file with PGSERVICEFILE."));
    }

    private static List<Path> files(ClientVariables variables) {
        List<Path> files = new ArrayList<>();
        Optional<String> named = variables.get("PGSERVICEFILE");
        files.add(
                named.isPresent()
                        ? Path.of(named.get())
                        : Path.of(variables.get("HOME").orElse(System.getProperty("user.home")), "." + NAME));
        variables.get("PGSYSCONFDIR").ifPresent(folder -> files.add(Path.of(folder, NAME)));
        return files;
    }

    private static boolean readFrom(Path file, String service, ConnectionParameters parameters) {
        boolean found = false;
        for (String line : lines(file)) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("[")) {
                if (found) {
                    return true;
                }
                found = text.equals("[" + service + "]");
            } else if (found) {
                int equals = text.indexOf('=');
                if (equals < 0 || text.startsWith("ldap:")) {
                    throw new RetortException(
                            Kind.USAGE,
                            Problem.of("The service \"" + service + "\" in " + file + " has a line without name=value.")
                                    .withHint("Correct it."));
                }
                parameters.put(
                        "The service \"" + service + "\"",
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new RetortException(
                    Kind.USAGE,
                    List.of(Problem.of("The service file " + file + " cannot be read.")
                            .withHint("Check its permissions.")),
                    e);
        }
    }
}
