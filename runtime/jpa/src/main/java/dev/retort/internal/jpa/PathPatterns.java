package dev.retort.internal.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Folders and jars, several of one folder by a pattern in the last part of a path: {@code target/dependency/*.jar}. */
final class PathPatterns {

    private final Path home;

    PathPatterns(Path home) {
        this.home = home;
    }

    /** @throws dev.retort.RetortException of the kind USAGE where there is nothing of that name */
    List<Path> all(String setting, List<String> patterns) {
        List<Path> all = new ArrayList<>();
        for (String pattern : patterns) {
            List<Path> found = found(pattern);
            if (found.isEmpty()) {
                throw JpaSettings.usage(
                        "The setting \"jpa." + setting + "\" names " + pattern + ", and nothing is there.",
                        "Compile first (mvn compile), and copy the libraries: mvn dependency:copy-dependencies");
            }
            all.addAll(found);
        }
        return all;
    }

    private List<Path> found(String pattern) {
        int slash = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\'));
        String last = pattern.substring(slash + 1);
        if (last.indexOf('*') < 0 && last.indexOf('?') < 0) {
            Path path = home.resolve(pattern);
            return Files.exists(path) ? List.of(path) : List.of();
        }
        Path folder = home.resolve(slash < 0 ? "." : pattern.substring(0, slash + 1));
        return Files.isDirectory(folder) ? inFolder(folder, last) : List.of();
    }

    private static List<Path> inFolder(Path folder, String last) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, last)) {
            files.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(found);
        return found;
    }
}
