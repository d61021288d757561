package dev.retort.internal.sandbox;

import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.json.Limits;
import dev.retort.internal.sandbox.verify.UnitGate;
import dev.retort.internal.script.Databases;
import dev.retort.internal.script.MigrationScript;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.script.ScriptMigration;
import dev.retort.internal.script.ScriptRun;
import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.tools.GroovyClass;
import org.jspecify.annotations.Nullable;

/** Compiles scripts as Groovy does by {@code @CompileStatic}: the same base class, imports and classes, and no wall. */
final class PlainCompiler {

    private final CompilerConfiguration configuration = configuration();
    private final VisibleClasses visible = new VisibleClasses(PlainCompiler.class.getClassLoader());
    private final GroovyClassLoader lookup = new GroovyClassLoader(visible, configuration, false);
    private final ClassesInSight.Sources sources = new ClassesInSight.Sources(visible, new UnitGate(visible));

    private static CompilerConfiguration configuration() {
        CompilerConfiguration configuration = ScriptUnit.configuration();
        configuration.addCompilationCustomizers(new ASTTransformationCustomizer(CompileStatic.class));
        return configuration;
    }

    /** Up to where {@link ScriptCompiler} goes: the classes are defined and the script's own statements run. */
    ScriptMigration compile(ScriptSource source) {
        ScriptUnit unit = new ScriptUnit(configuration, lookup);
        unit.setClassNodeResolver(new ClassesInSight(sources));
        ScriptShape shape = new ScriptShape(ScriptKind.REVISION);
        unit.addPhaseOperation(shape, shape.getPhase().getPhaseNumber());
        unit.addSource(new ScriptUnit.Source("revision_script", source.file(), source.text(), unit));
        unit.compile(Phases.CLASS_GENERATION);
        Map<String, byte[]> classes = new HashMap<>();
        for (GroovyClass generated : unit.getClasses()) {
            classes.put(generated.getName(), generated.getBytes());
        }
        return ScriptMigration.of(source.file(), then -> run(new Loader(visible, classes), then));
    }

    private static ScriptRun<MigrationScript> run(ClassLoader loader, Consumer<ScriptRun<MigrationScript>> then) {
        try {
            Run run = new Run((MigrationScript) Class.forName("revision_script", true, loader)
                    .getDeclaredConstructor()
                    .newInstance());
            run.script().run();
            then.accept(run);
            return run;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a script", e);
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private record Run(MigrationScript script) implements ScriptRun<MigrationScript> {

        @Override
        public Limits limits() {
            return Limits.NONE;
        }

        @Override
        public NamingConvention naming() {
            return NamingConvention.DEFAULT;
        }

        @Override
        public Databases databases() {
            return Databases.installed();
        }

        @Override
        public void inside(Runnable work) {
            work.run();
        }

        @Override
        public <T extends @Nullable Object> T outside(Supplier<T> work) {
            return work.get();
        }
    }
}
