package dev.retort.internal.sandbox;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Bug;
import dev.retort.internal.error.Causes;
import dev.retort.internal.error.ThrownWords;
import dev.retort.internal.sandbox.runtime.BudgetExceeded;
import dev.retort.internal.sandbox.runtime.Confined;
import dev.retort.internal.sandbox.runtime.Guard;
import dev.retort.internal.script.Refusal;
import dev.retort.internal.script.ScriptFailed;
import dev.retort.internal.script.ScriptFailed.Thrown;
import dev.retort.internal.script.ScriptTrace;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain data of what a script threw, in the script's thread and while the guard watches: its messages, causes
 * and stack traces may be code of the script, and an exception of Java's may hold an object of the script's.
 */
final class ScriptFailure {

    private static final int LONGEST_MESSAGE = 1000;

    private static final Set<Class<?>> HIDING =
            Set.of(ExceptionInInitializerError.class, UndeclaredThrowableException.class);

    private static final Problem NO_MEMORY =
            Problem.of("The script needs more memory than there is.").withHint("Let the database hold what is large.");

    private final String file;
    private final Guard guard;

    private ScriptFailure(String file, Guard guard) {
        this.file = file;
        this.guard = guard;
    }

    /** What the run may throw in the place of what the script threw. */
    static RuntimeException plain(Throwable thrown, String file, Guard guard) {
        AtomicReference<RuntimeException> plain = new AtomicReference<>();
        try {
            guard.run(() -> plain.set(new ScriptFailure(file, guard).plain(thrown)));
        } catch (Throwable again) {
            BudgetExceeded stopped = guard.stopped();
            return stopped == null ? unexplained(file) : exceeded(stopped, file);
        }
        return Objects.requireNonNullElseGet(plain.get(), () -> unexplained(file));
    }

    /** What stopped the script, which is ours. */
    static ScriptFailed exceeded(BudgetExceeded stopped, String file) {
        return ScriptFailed.beyondBudget(location(stopped, file), stopped.problem());
    }

    /** The script ended before it could be asked why: there was no memory left for the question. */
    static ScriptFailed unexplained(String file) {
        return ScriptFailed.beyondBudget(Location.of(file), NO_MEMORY);
    }

    private RuntimeException plain(Throwable thrown) {
        if (thrown.getClass() == OperationRefused.class) {
            return ((OperationRefused) thrown).refusal();
        } else if (thrown.getClass() == Refusal.class) {
            Problem problem = ((Refusal) thrown).problem();
            return new RetortException(RetortException.Kind.SCRIPT, at(line(thrown, Location.of(file)), problem));
        } else if (thrown.getClass() == Bug.class) {
            Bug bug = new Bug(message(thrown));
            bug.setStackTrace(frames(thrown));
            return bug;
        } else if (thrown instanceof RetortException ours && !Confined.wrote(thrown.getClass())) {
            RetortException copy = new RetortException(ours.kind(), ours.problems());
            copy.setStackTrace(frames(thrown));
            return copy;
        } else if (thrown instanceof LinkageError && !HIDING.contains(thrown.getClass())) {
            // No statement failed: a class of the script is none, wherever it was first needed.
            Problem problem = Problem.at(line(thrown, Location.of(file)), closed(words(thrown)));
            return new RetortException(RetortException.Kind.SCRIPT, problem);
        }
        return failed(thrown);
    }

    private static Problem at(Location line, Problem problem) {
        return new Problem(line, problem.sentence(), problem.hint());
    }

    /** From the innermost cause on, so that each holds the one it goes back to. */
    private ScriptFailed failed(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        Location line = Location.of(file);
        RetortException cause = null;
        for (int i = causes.size() - 1; i > 0; i--) {
            Throwable each = causes.get(i);
            line = line(each, line);
            cause = each.getClass() == OperationRefused.class
                    ? ((OperationRefused) each).refusal()
                    : failed(each, line, cause);
        }
        return failed(causes.get(0), line(causes.get(0), line), cause);
    }

    /** What a static initialiser or a closure threw hides in an exception of Java's that says nothing. */
    private List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = Objects.requireNonNullElse(said(() -> Causes.of(thrown)), List.of(thrown));
        return causes.size() > 1 && HIDING.contains(thrown.getClass()) ? causes.subList(1, causes.size()) : causes;
    }

    private ScriptFailed failed(Throwable thrown, Location line, @Nullable RetortException cause) {
        Thrown plain = new Thrown(thrown.getClass().getSimpleName(), words(thrown), line);
        ScriptFailed failed = ScriptFailed.of(Problem.at(line, sentence(thrown, plain)), plain, cause);
        failed.setStackTrace(frames(thrown));
        return failed;
    }

    private static String sentence(Throwable thrown, Thrown plain) {
        if (thrown instanceof LinkageError) {
            return closed(plain.words());
        } else if (Confined.wrote(thrown.getClass()) || thrown instanceof Error) {
            return "The script fails: " + plain.words();
        }
        return plain.words();
    }

    private static String closed(String words) {
        return "The script refers to what is closed to it: " + words;
    }

    private String words(Throwable thrown) {
        String message = message(thrown);
        boolean isOurs = Confined.wrote(thrown.getClass()) || thrown instanceof Error;
        return isOurs && !message.isBlank()
                ? ThrownWords.sentence(message)
                : ThrownWords.of(thrown.getClass(), message);
    }

    /** Empty where there is none, or where it cannot be said. */
    private String message(Throwable thrown) {
        String message = said(thrown::getMessage);
        if (message == null) {
            return "";
        }
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    private StackTraceElement[] frames(Throwable thrown) {
        StackTraceElement[] frames = said(thrown::getStackTrace);
        return frames == null ? new StackTraceElement[0] : frames;
    }

    private <T> @Nullable T said(Supplier<@Nullable T> code) {
        try {
            return code.get();
        } catch (Throwable e) {
            guard.caught(e, 0);
            return null;
        }
    }

    /** @param otherwise of what it was caused by */
    private Location line(Throwable thrown, Location otherwise) {
        return ScriptTrace.locate(frames(thrown), file).orElse(otherwise);
    }

    private static Location location(Throwable thrown, String file) {
        return ScriptTrace.locate(thrown, file).orElse(Location.of(file));
    }
}
