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
import dev.retort.internal.script.AuthoredScript;
import dev.retort.internal.script.Databases;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.script.ScriptRun;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a script: classes of its own, and the guard that they call. */
final class WatchedRun<S extends AuthoredScript> implements ScriptRun<S> {

    /** What every run of a script has alike. */
    record ScriptSettings(Budget budget, Allowance allowance, NamingConvention naming, Databases databases) {}

    /** What a script begins with: the class of its statements, and what that is. */
    record Entry<S extends AuthoredScript>(ScriptKind kind, String className, Class<S> type) {

        static <S extends AuthoredScript> Entry<S> of(ScriptKind kind, String file, Class<S> type) {
            return new Entry<>(kind, kind.className(file), type);
        }
    }

    private final String file;
    private final Guard guard;
    private final ScriptSettings settings;
    private volatile Rendezvous rendezvous;
    private @Nullable S script;

    private WatchedRun(String file, Guard guard, ScriptSettings settings) {
        this.file = file;
        this.guard = guard;
        this.settings = settings;
        this.rendezvous = new Rendezvous(guard);
    }

    static <S extends AuthoredScript> WatchedRun<S> start(
            String file, Entry<S> entry, AdmittedUnit unit, ScriptSettings settings, Consumer<ScriptRun<S>> then) {
        WatchedRun<S> run = new WatchedRun<>(file, new Guard(settings.budget(), settings.allowance()), settings);
        Class<? extends S> type = type(file, entry, unit.open(run.guard));
        run.inside(() -> {
            S script = instance(type);
            run.script = script;
            script.run();
            then.accept(run);
        });
        return run;
    }

    private static <S extends AuthoredScript> Class<? extends S> type(String file, Entry<S> entry, ClassLoader loader) {
        try {
            return Class.forName(entry.className(), false, loader).asSubclass(entry.type());
        } catch (ClassNotFoundException | ClassCastException e) {
            Sentence sentence = entry.kind().withoutStatements();
            Problem problem = new Problem(Location.of(file), sentence.text(), sentence.hint());
            throw new RetortException(RetortException.Kind.SCRIPT, List.of(problem), e);
        } catch (LinkageError e) {
            Problem problem =
                    Problem.at(Location.of(file), "The script refers to what is closed to it: " + e.getMessage() + ".");
            throw new RetortException(RetortException.Kind.SCRIPT, List.of(problem), e);
        }
    }

    private static <S extends AuthoredScript> S instance(Class<? extends S> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw Rethrown.by(e);
        } catch (ReflectiveOperationException e) {
            throw new Bug("cannot make a script", e);
        }
    }

    @Override
    public S script() {
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
