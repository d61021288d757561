package dev.retort.script;

import dev.retort.error.Location;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the line of a script in a stack trace. */
public final class ScriptTrace {

    private ScriptTrace() {}

    /**
     * Where in the script something was thrown: the innermost of its lines, in the throwable itself or else in what
     * caused it.
     *
     * @param file as it was given to the compiler
     */
    public static Optional<Location> locate(Throwable thrown, String file) {
        String name = fileName(file);
        return Stream.iterate(thrown, t -> t != null && t.getCause() != t, Throwable::getCause)
                .flatMap(t -> Arrays.stream(t.getStackTrace()))
                .filter(frame -> isScript(frame.getClassName(), frame.getFileName(), frame.getLineNumber(), name))
                .findFirst()
                .map(frame -> Location.of(file, frame.getLineNumber()));
    }

    /** The line of the script that is being run right now. */
    public static Location here(String file) {
        String name = fileName(file);
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame ->
                                isScript(frame.getClassName(), frame.getFileName(), frame.getLineNumber(), name))
                        .findFirst())
                .map(frame -> Location.of(file, frame.getLineNumber()))
                .orElse(Location.of(file));
    }

    /** Classes of a script have no package, which those of Java, Groovy and Retort all have. */
    private static boolean isScript(String className, String fileName, int line, String wanted) {
        return line > 0 && className.indexOf('.') < 0 && wanted.equals(fileName);
    }

    private static String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
