package dev.retort.internal.sandbox;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Bug;
import dev.retort.internal.json.Limits;
import dev.retort.internal.sandbox.runtime.Allowance;
import dev.retort.internal.sandbox.runtime.Budget;
import dev.retort.internal.sandbox.runtime.Guard;
import dev.retort.internal.sandbox.runtime.Rethrown;
import dev.retort.internal.sandbox.verify.AdmittedUnit;
import dev.retort.internal.script.Databases;
import dev.retort.internal.script.MigrationScript;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.script.ScriptRun;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a script: classes of its own, and the guard that they call. */
final class WatchedRun implements ScriptRun {

    /** What every run of a script has alike. */
    record ScriptSettings(Budget budget, Allowance allowance, NamingConvention naming, Databases databases) {}

    private final String file;
    private final Guard guard;
    private final ScriptSettings settings;
    private volatile Rendezvous rendezvous;
    private @Nullable MigrationScript script;

    private WatchedRun(String file, Guard guard, ScriptSettings settings) {
        this.file = file;
        this.guard = guard;
        this.settings = settings;
        this.rendezvous = new Rendezvous(guard);
    }

    static WatchedRun start(
            String file, String className, AdmittedUnit unit, ScriptSettings settings, Consumer<ScriptRun> then) {
        WatchedRun run = new WatchedRun(file, new Guard(settings.budget(), settings.allowance()), settings);
        Class<? extends MigrationScript> type = type(file, className, unit.open(run.guard));
        run.inside(() -> {
            MigrationScript script = instance(type);
            run.script = script;
            script.run();
            then.accept(run);
        });
        return run;
    }

    private static Class<? extends MigrationScript> type(String file, String className, ClassLoader loader) {
        try {
            return Class.forName(className, false, loader).asSubclass(MigrationScript.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            Problem problem = Problem.at(Location.of(file), "The file has classes, but no statements of a migration.")
                    .withHint("Write revision '…' and upgrade { … }.");
            throw new RetortException(RetortException.Kind.SCRIPT, List.of(problem), e);
        } catch (LinkageError e) {
            Problem problem =
                    Problem.at(Location.of(file), "The script refers to what is closed to it: " + e.getMessage() + ".");
            throw new RetortException(RetortException.Kind.SCRIPT, List.of(problem), e);
        }
    }

    private static MigrationScript instance(Class<? extends MigrationScript> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw Rethrown.by(e);
        } catch (ReflectiveOperationException e) {
            throw new Bug("cannot make a script", e);
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
    public Limits limits() {
        return guard;
    }

    @Override
    public NamingConvention naming() {
        return settings.naming();
    }

    @Override
    public Databases databases() {
        return settings.databases();
    }

    @Override
    public void inside(Runnable work) {
        Rendezvous before = rendezvous;
        Rendezvous now = new Rendezvous(guard);
        rendezvous = now;
        try {
            ScriptThread.run(file, guard, now, work);
        } finally {
            rendezvous = before;
        }
    }

    @Override
    public <T extends @Nullable Object> T outside(Supplier<T> work) {
        return rendezvous.ask(work);
    }
}
