package dev.retort.internal.script;

import dev.retort.Location;
import dev.retort.internal.error.Causes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the line of a script in a stack trace. */
public final class ScriptTrace {

    private ScriptTrace() {}

    /** Asks a channel for what a line of a script wants: what fails there is found at that line. */
    public static <T extends @Nullable Object> T at(Location line, Channel channel, Supplier<T> work) {
        channel.at(line);
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            List<StackTraceElement> frames = new ArrayList<>(List.of(e.getStackTrace()));
            frames.add(new StackTraceElement("script", "line", fileName(line.file()), line.line()));
            e.setStackTrace(frames.toArray(StackTraceElement[]::new));
            throw e;
        }
    }

    /**
     * Where in the script something was thrown: the innermost of its lines, in the throwable itself or else in what
     * caused it.
     *
     * @param file as it was given to the compiler
     */
    public static Optional<Location> locate(Throwable thrown, String file) {
        return Causes.of(thrown).stream()
                .flatMap(each -> locate(each.getStackTrace(), file).stream())
                .findFirst();
    }

    /** The innermost line of the script in a stack trace. */
    public static Optional<Location> locate(StackTraceElement[] frames, String file) {
        String name = fileName(file);
        return Arrays.stream(frames)
                .filter(frame -> isScript(frame.getClassName(), frame.getFileName(), frame.getLineNumber(), name))
                .findFirst()
                .map(frame -> Location.of(file, frame.getLineNumber()));
    }

    /** The line of the script that is being run right now, by this thread. */
    static Location here(String file) {
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
