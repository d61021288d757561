package dev.retort.internal.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is taken out of the jars of the libraries, to be found beside them. */
final class JarContents {

    private static final Pattern LICENCE = Pattern.compile(
            "META-INF/(?:maven/[^/]+/[^/]+/)?((?:.*/)?[^/]*(?:LICEN[CS]E|NOTICE)[^/]*)", Pattern.CASE_INSENSITIVE);

    /** Of SQLite's driver, for the systems that have a Java 17. */
    private static final Pattern NATIVE =
            Pattern.compile("org/sqlite/native/(Linux|Linux-Musl|Mac|Windows)/(x86_64|aarch64)/([^/]+)");

    /** As the files of a Java name systems, where the driver has another name. */
    private static final Map<String, String> SYSTEMS = Map.of("Mac", "Darwin");

    private JarContents() {}

    /** The licences and notices that jars have in them, in a folder for each. */
    static void licences(Path jars, Path target) throws IOException {
        for (Path jar : jars(jars)) {
            String name = jar.getFileName().toString().replaceAll("(-\\d.*)?\\.jar$", "");
            extract(
                    jar,
                    LICENCE,
                    found -> target.resolve(name).resolve(found.group(1).replace("META-INF/", "")));
        }
    }

    static void nativeLibraries(Path jars, Path target) throws IOException {
        for (Path jar : jars(jars)) {
            extract(
                    jar,
                    NATIVE,
                    found -> target.resolve(SYSTEMS.getOrDefault(found.group(1), found.group(1)))
                            .resolve(found.group(2))
                            .resolve(found.group(3)));
        }
    }

    static void copy(Path source, Path target) throws IOException {
        for (Path file : files(source)) {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void extract(Path jar, Pattern pattern, Place place) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                Matcher found = pattern.matcher(entry.getName());
                if (!entry.isDirectory() && !entry.getName().endsWith(".class") && found.matches()) {
                    Path target = place.of(found);
                    Files.createDirectories(target.resolveSibling(""));
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Where an entry goes to. */
    private interface Place {
        Path of(Matcher entry);
    }
}
