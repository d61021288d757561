package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.ClientVariables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a server listens: at hosts, of which the first that answers counts, or at a socket of this machine.
 *
 * @param hosts as in a URL: {@code one,two:5433}
 * @param socketFolder empty where it is reached by TCP; its port is that of the one host
 */
record HostList(String hosts, Optional<Path> socketFolder) {

    private static final String USUAL_PORT = "5432";

    /** After a host; the colons of an address in brackets are its own. */
    private static final Pattern PORT = Pattern.compile(":([^:\\]]+)$");

    /** Hosts of a URL's authority, each with its port; a port of the query goes to one that has none. */
    static HostList written(String hosts, ConnectionParameters parameters) {
        Optional<String> port = parameters
                .get("port")
                .filter(text -> !hosts.contains(",") && !PORT.matcher(hosts).find());
        return new HostList(hosts + port.map(text -> ":" + text).orElse(""), Optional.empty());
    }

    /** What the parameters say. No host at all means a socket, as psql has it, where there is one. */
    static HostList of(ConnectionParameters parameters, ClientVariables variables) {
        Optional<String> hosts = parameters.get("hostaddr").or(() -> parameters.get("host"));
        String ports = parameters.get("port").orElse("");
        String port = ports.isEmpty() ? USUAL_PORT : ports;
        if (hosts.isEmpty()) {
            Optional<Path> folder = variables.socketFolders().stream()
                    .filter(place -> Files.exists(UnixSocketFactory.socket(place, port)))
                    .findFirst();
            return new HostList("localhost" + (ports.isEmpty() ? "" : ":" + ports), folder);
        }
        if (hosts.get().startsWith("/") && !hosts.get().contains(",")) {
            return new HostList("localhost:" + port, Optional.of(Path.of(hosts.get())));
        }
        return new HostList(joined(hosts.get(), ports), Optional.empty());
    }

    /** One port for all, or one for each. */
    private static String joined(String hosts, String ports) {
        List<String> eachHost = List.of(hosts.split(",", -1));
        List<String> eachPort = ports.isEmpty() ? List.of() : List.of(ports.split(",", -1));
        if (eachPort.size() > 1 && eachPort.size() != eachHost.size()) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("There are " + eachHost.size() + " hosts, and " + eachPort.size() + " ports.")
                            .withHint("Give one port for all of them, or one for each."));
        }
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < eachHost.size(); i++) {
            String host = eachHost.get(i);
            if (host.startsWith("/") || host.startsWith("@") || host.isEmpty()) {
                throw new RetortException(
                        Kind.USAGE,
                        Problem.of("A list of hosts holds \"" + host + "\", which is none.")
                                .withHint("A folder with a socket is given alone: host=/run/postgresql."));
            }
            String port = eachPort.isEmpty() ? "" : eachPort.get(Math.min(i, eachPort.size() - 1));
            boolean address = host.contains(":") && !host.startsWith("[");
            joined.add((address ? "[" + host + "]" : host) + (port.isEmpty() ? "" : ":" + port));
        }
        return String.join(",", joined);
    }

    /** Whether each port is one; the driver would print the URL to the log, and then say that it is none. */
    boolean hasPorts() {
        for (String host : hosts.split(",", -1)) {
            Matcher port = PORT.matcher(host);
            if (port.find()
                    && (!port.group(1).matches("\\d{1,5}")
                            || Integer.parseInt(port.group(1)) > 0xffff
                            || Integer.parseInt(port.group(1)) == 0)) {
                return false;
            }
        }
        return true;
    }

    /** @param ports of each also where it is the usual one */
    String display(boolean ports) {
        return Arrays.stream(hosts.split(",", -1))
                .map(host -> ports && !PORT.matcher(host).find() ? host + ":" + USUAL_PORT : host)
                .map(host -> socketFolder
                        .map(folder -> host.replaceFirst("^localhost", Matcher.quoteReplacement(folder.toString())))
                        .orElse(host))
                .collect(Collectors.joining(","));
    }
}
