package dev.retort.internal.configuration;

import java.nio.file.Path;

/** Names paths as the process sees them. */
final class Folders {

    private Folders() {}

    /** Relative where the path lies below the folder the process was started in: that is how a user would name it. */
    static Path shortest(Path path) {
        Path started = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(started) && !absolute.equals(started) ? started.relativize(absolute) : absolute;
    }

    /** Relative to where the user is when that is shorter. */
    static String named(Path path, Path workingDirectory) {
        Path absolute = path.toAbsolutePath().normalize();
        Path from = workingDirectory.toAbsolutePath().normalize();
        return from.getRoot().equals(absolute.getRoot())
                        && from.relativize(absolute).toString().length()
                                < absolute.toString().length()
                ? from.relativize(absolute).toString()
                : absolute.toString();
    }
}
