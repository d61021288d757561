package dev.retort.internal.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Roots the file of an SQLite URL in the folder the URL was written for, so that it names the same database from wherever
 * Retort is started.
 */
final class DatabaseFile {

    /** Three slashes and then a path without one is a relative path, as SQLAlchemy has it; it may name its driver, too. */
    private static final Pattern PREFIX = Pattern.compile("jdbc:sqlite:file:|jdbc:sqlite:|sqlite(?:\\+\\w+)?:///");

    private DatabaseFile() {}

    static String rooted(String url, Path folder) {
        Matcher prefix = PREFIX.matcher(url);
        return prefix.lookingAt() ? prefix.group() + rootedPath(url.substring(prefix.end()), folder) : url;
    }

    private static String rootedPath(String path, Path folder) {
        if (path.isEmpty() || path.startsWith(":memory:") || path.startsWith(":resource:") || path.startsWith("?")) {
            return path;
        }
        int parameters = path.indexOf('?');
        String name = parameters < 0 ? path : path.substring(0, parameters);
        try {
            String rooted = Folders.shortest(folder.resolve(name)).toString();
            return rooted + path.substring(name.length());
        } catch (InvalidPathException notAPath) {
            return path; // the driver says what is wrong with it
        }
    }
}
