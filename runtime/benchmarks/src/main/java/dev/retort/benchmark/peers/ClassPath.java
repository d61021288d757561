package dev.retort.benchmark.peers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the classes of a program are. */
record ClassPath(String text) {

    /** That of the benchmark itself. */
    static ClassPath own() {
        return new ClassPath(System.getProperty("java.class.path"));
    }

    String version(String artifact) {
        Matcher matcher = Pattern.compile("/" + Pattern.quote(artifact) + "-([0-9][^/:]*)\\.jar")
                .matcher(text);
        return matcher.find() ? matcher.group(1) : "of unknown version";
    }
}
