package dev.retort.internal.cache;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/** The build that classes come from: another one may make something else of the same input. */
public final class BuildIdentity {

    private BuildIdentity() {}

    /**
     * Path, size and time of the files that the classes come from.
     *
     * @return empty where they are no files, so that one build cannot be distinguished from another: while it is developed
     */
    public static Optional<String> of(Class<?>... classes) {
        StringBuilder identity = new StringBuilder();
        for (Class<?> type : List.of(classes)) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            URL place = source == null ? null : source.getLocation();
            if (place == null) {
                return Optional.empty();
            }
            try {
                Path file = Path.of(place.toURI());
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (!attributes.isRegularFile()) {
                    return Optional.empty();
                }
                identity.append(file).append('\n').append(attributes.size()).append('\n');
                identity.append(attributes.lastModifiedTime().toMillis()).append('\n');
            } catch (IOException | URISyntaxException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(identity.toString());
    }
}
