package dev.retort.internal.lsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The names that editors give files. Each escapes as it likes: {@code file:///c%3A/…} and {@code file:///C:/…} are the same. */
final class FileUris {

    private static final String FILE = "file://";

    private FileUris() {}

    /** Null where it is no file, as what was never saved. */
    static @Nullable Path path(String uri) {
        if (!uri.regionMatches(true, 0, FILE, 0, FILE.length())) {
            return null;
        }
        try {
            return Path.of(new URI(uri)).toAbsolutePath().normalize();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return unescaped(uri.substring(FILE.length()));
        }
    }

    /** Of one that is not escaped as it should be. */
    private static @Nullable Path unescaped(String rest) {
        try {
            String name = URLDecoder.decode(rest.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean drive = name.matches("/[A-Za-z]:.*")
                    && Path.of("").toAbsolutePath().toString().contains(":");
            return name.startsWith("/")
                    ? Path.of(drive ? name.substring(1) : name).toAbsolutePath().normalize()
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String uri(Path path) {
        return path.toUri().toString();
    }
}
