package dev.retort.sandbox;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.sandbox.runtime.Budget;
import dev.retort.sandbox.runtime.BudgetExceeded;
import dev.retort.sandbox.runtime.Guard;
import dev.retort.sandbox.verify.AdmittedUnit;
import dev.retort.script.MigrationScript;
import dev.retort.script.ScriptRun;
import dev.retort.script.ScriptTrace;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a script: classes of its own, and the guard that they call. */
final class WatchedRun implements ScriptRun {

    private final String file;
    private final Guard guard;
    private @Nullable MigrationScript script;

    private WatchedRun(String file, Guard guard) {
        this.file = file;
        this.guard = guard;
    }

    static WatchedRun start(String file, String className, AdmittedUnit unit, Budget budget) {
        WatchedRun run = new WatchedRun(file, new Guard(budget));
        Class<? extends MigrationScript> type = type(file, className, unit.open(run.guard));
        run.inside(() -> run.script = instance(type));
        return run;
    }

    private static Class<? extends MigrationScript> type(String file, String className, ClassLoader loader) {
        try {
            return Class.forName(className, false, loader).asSubclass(MigrationScript.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            Problem problem = Problem.at(Location.of(file), "The file has classes, but no statements of a migration.")
                    .withHint("Write revision '…' and upgrade { … }.");
            throw new RetortException(RetortException.Kind.SCRIPT, List.of(problem), e);
        }
    }

    private static MigrationScript instance(Class<? extends MigrationScript> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("cannot make a script", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a script", e);
        }
    }

    @Override
    public MigrationScript script() {
        if (script == null) {
            throw new IllegalStateException("a run without its script");
        }
        return script;
    }

    @Override
    public void inside(Runnable work) {
        try {
            guard.run(work);
        } catch (BudgetExceeded e) {
            Location location = ScriptTrace.locate(e, file).orElse(Location.of(file));
            Problem problem = new Problem(location, e.problem().sentence(), e.problem().hint());
            throw new RetortException(RetortException.Kind.FAILED, List.of(problem), e);
        }
    }

    @Override
    public <T extends @Nullable Object> T outside(Supplier<T> work) {
        return guard.outside(work);
    }
}
