package dev.retort.script;

import dev.retort.error.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the line of a script in a stack trace. */
public final class ScriptTrace {

    private static final ThreadLocal<@Nullable Location> AS_IF = new ThreadLocal<>();

    private ScriptTrace() {}

    /** Does what a line of a script asked for after the script was left: it is found at that line all the same. */
    static void asIfAt(Location line, Runnable work) {
        AS_IF.set(line);
        try {
            work.run();
        } catch (RuntimeException e) {
            List<StackTraceElement> frames = new ArrayList<>(List.of(e.getStackTrace()));
            frames.add(new StackTraceElement("script", "change", fileName(line.file()), line.line()));
            e.setStackTrace(frames.toArray(StackTraceElement[]::new));
            throw e;
        } finally {
            AS_IF.remove();
        }
    }

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
                .orElseGet(() -> Objects.requireNonNullElse(AS_IF.get(), Location.of(file)));
    }

    /** Classes of a script have no package, which those of Java, Groovy and Retort all have. */
    private static boolean isScript(String className, String fileName, int line, String wanted) {
        return line > 0 && className.indexOf('.') < 0 && wanted.equals(fileName);
    }

    private static String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
