package dev.retort.internal.sandbox;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.sandbox.WatchedRun.Entry;
import dev.retort.internal.sandbox.WatchedRun.ScriptSettings;
import dev.retort.internal.sandbox.runtime.Allowance;
import dev.retort.internal.sandbox.runtime.Budget;
import dev.retort.internal.sandbox.verify.AdmittedUnit;
import dev.retort.internal.sandbox.verify.UnitGate;
import dev.retort.internal.script.Databases;
import dev.retort.internal.script.Migration;
import dev.retort.internal.script.MigrationScript;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.script.SchemaFile;
import dev.retort.internal.script.SchemaScript;
import dev.retort.internal.script.ScriptMigration;
import dev.retort.internal.script.ScriptSchemaFile;
import groovy.lang.GroovyClassLoader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.tools.GroovyClass;
import org.jspecify.annotations.Nullable;

/**
 * Compiles revision scripts and schema files: checked, and confined to the language of migrations. One compiler serves many scripts,
 * from any number of threads at once, and shares between them what does not belong to one.
 */
public final class ScriptCompiler implements Sandbox {

    /** Hundreds of times what a long script takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Duration deadline;
    private final Budget budget;
    private final NamingConvention naming;
    private final Supplier<Databases> databases;
    private final Supplier<CompiledScripts> cache;
    private @Nullable Entrance entrance;

    /** What the scripts of a compiler go through before they run; created for the first of them. */
    private record Entrance(UnitGate gate, CompiledScripts compiled) {

        static Entrance make(CompiledScripts compiled) {
            GroovyVersion.check();
            return new Entrance(Walls.GATE, compiled);
        }
    }

    /** The same for every compiler, as it depends on the classes of Retort alone; reading the allow-list takes its time. */
    private static final class Walls {
        static final VisibleClasses VISIBLE = new VisibleClasses(ScriptCompiler.class.getClassLoader());
        static final UnitGate GATE = new UnitGate(VISIBLE);
    }

    /** What compiles them; created for the first that was not compiled before, for it starts Groovy. */
    private record Tools(
            CompilerConfiguration configuration,
            GroovyClassLoader lookup,
            ClassesInSight.Sources sources,
            VisibleNames vocabulary) {

        /** The same for every compiler: Groovy reads its own methods again for each class loader. */
        static final Tools SHARED = make();

        private static Tools make() {
            CompilerConfiguration configuration = ScriptUnit.configuration();
            return new Tools(
                    configuration,
                    new GroovyClassLoader(Walls.VISIBLE, configuration, false),
                    new ClassesInSight.Sources(Walls.VISIBLE, Walls.GATE),
                    VisibleNames.ofScripts());
        }
    }

    public ScriptCompiler() {
        this(Budget.DEFAULT);
    }

    /** @param budget of one script */
    public ScriptCompiler(Budget budget) {
        this(budget, NamingConvention.DEFAULT);
    }

    /**
     * @param budget of one script
     * @param naming of what the scripts make
     */
    public ScriptCompiler(Budget budget, NamingConvention naming) {
        this(budget, naming, () -> CompiledScripts.NONE);
    }

    /** @param cache where to look for a script before it is compiled; asked for with the first script */
    public ScriptCompiler(Budget budget, NamingConvention naming, Supplier<CompiledScripts> cache) {
        this(PATIENCE, budget, naming, Databases::installed, cache);
    }

    /** @param databases that the scripts may name */
    public ScriptCompiler(Budget budget, NamingConvention naming, Databases databases) {
        this(PATIENCE, budget, naming, () -> databases, () -> CompiledScripts.NONE);
    }

    /**
     * @param deadline for compiling one script
     * @param databases asked for with the first script
     */
    ScriptCompiler(
            Duration deadline,
            Budget budget,
            NamingConvention naming,
            Supplier<Databases> databases,
            Supplier<CompiledScripts> cache) {
        this.deadline = deadline;
        this.budget = budget;
        this.naming = naming;
        this.databases = databases;
        this.cache = cache;
    }

    private synchronized Entrance entrance() {
        if (entrance == null) {
            entrance = Entrance.make(cache.get());
        }
        return entrance;
    }

    @Override
    public ScriptMigration compile(ScriptSource source, Header header) {
        ScriptMigration migration = compile(source.file(), source.text());
        HeaderAgreement.check(source, header, migration.header());
        return migration;
    }

    @Override
    public SchemaFile compileSchema(ScriptSource source) {
        String file = source.file();
        AdmittedUnit unit = unit(ScriptKind.SCHEMA, file, source.text());
        ScriptSettings settings = settings();
        Entry<SchemaScript> entry = Entry.of(ScriptKind.SCHEMA, file, SchemaScript.class);
        return new ScriptSchemaFile(file, then -> WatchedRun.start(file, entry, unit, settings, then));
    }

    /**
     * Compiles and checks a file of rows: it has no header, and its statements are those of an upgrade.
     *
     * @throws RetortException with everything that is wrong with it
     */
    public Migration compileFixture(ScriptSource source) {
        String file = source.file();
        AdmittedUnit unit = unit(ScriptKind.FIXTURE, file, source.text());
        ScriptSettings settings = settings();
        Entry<MigrationScript> entry = Entry.of(ScriptKind.FIXTURE, file, MigrationScript.class);
        return ScriptMigration.of(file, then -> WatchedRun.start(file, entry, unit, settings, then));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /** Nothing of it outlives the runs of its scripts. */
    @Override
    public void close() {
        // A compiler serves any number of runs.
    }

    /**
     * Compiles and checks one script; nothing of its closures runs, but for a {@code change} whose downgrade is derived.
     *
     * @param file as messages and stack traces are to name it
     * @throws RetortException with everything that is wrong with the script
     */
    public ScriptMigration compile(String file, String text) {
        return migration(file, unit(ScriptKind.REVISION, file, text));
    }

    /** Through all walls. */
    private AdmittedUnit unit(ScriptKind kind, String file, String text) {
        Entrance shared = entrance();
        return found(kind, shared, file, text).orElseGet(() -> compiled(kind, shared, file, text));
    }

    /** Compiled before; empty also where the gate does not let it pass, which a new compilation puts into words. */
    private static Optional<AdmittedUnit> found(ScriptKind kind, Entrance shared, String file, String text) {
        return shared.compiled().find(kind.keptAs(file), text).flatMap(classes -> {
            try {
                return Optional.of(shared.gate().admit(file, classes));
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        });
    }

    private ScriptMigration migration(String file, AdmittedUnit unit) {
        ScriptSettings settings = settings();
        Entry<MigrationScript> entry = Entry.of(ScriptKind.REVISION, file, MigrationScript.class);
        return ScriptMigration.of(file, then -> WatchedRun.start(file, entry, unit, settings, then));
    }

    private ScriptSettings settings() {
        return new ScriptSettings(budget, new Allowance(budget), naming, databases.get());
    }

    private AdmittedUnit compiled(ScriptKind kind, Entrance shared, String file, String text) {
        Tools tools = Tools.SHARED;
        List<Problem> refused = TokenWall.problems(kind, file, text);
        if (!refused.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, refused);
        }
        return BoundedThread.run(file, deadline, () -> {
            Map<String, byte[]> classes = classes(kind, tools, databases.get(), file, text);
            AdmittedUnit unit = shared.gate().admit(file, classes);
            shared.compiled().keep(kind.keptAs(file), text, classes);
            return unit;
        });
    }

    private static Map<String, byte[]> classes(
            ScriptKind kind, Tools shared, Databases databases, String file, String text) {
        ScriptUnit unit = new ScriptUnit(shared.configuration, shared.lookup);
        ClassesInSight classes = new ClassesInSight(shared.sources);
        unit.setClassNodeResolver(classes);
        ScriptShape shape = new ScriptShape(kind);
        unit.addPhaseOperation(shape, shape.getPhase().getPhaseNumber());
        TypeCheck check = new TypeCheck(kind, unit, databases, shared.vocabulary, type -> classes.inSight(type, unit));
        unit.addPhaseOperation(check, check.getPhase().getPhaseNumber());
        ScriptUnit.Source source = new ScriptUnit.Source(kind.className(file), file, text, unit);
        unit.addPhaseOperation(unused -> source.bearFileName(), Phases.INSTRUCTION_SELECTION);
        unit.addSource(source);
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (CompilationFailedException e) {
            List<Problem> problems = CompilerMessages.problems(file, e, unit);
            if (unit.getPhase() <= Phases.CONVERSION) {
                problems = new SyntaxProbe(text, part -> parse(kind, shared, file, part)).nearer(problems);
            }
            throw new RetortException(RetortException.Kind.SCRIPT, problems, e);
        }
        return classes(unit);
    }

    /** What is wrong with the syntax of a part of a script. */
    private static List<Problem> parse(ScriptKind kind, Tools shared, String file, String part) {
        ScriptUnit unit = new ScriptUnit(shared.configuration, shared.lookup);
        unit.addSource(new ScriptUnit.Source(kind.className(file), file, part, unit));
        try {
            unit.compile(Phases.CONVERSION);
            return List.of();
        } catch (CompilationFailedException e) {
            return CompilerMessages.problems(file, e, unit);
        }
    }

    private static Map<String, byte[]> classes(ScriptUnit unit) {
        Map<String, byte[]> classes = new HashMap<>();
        for (GroovyClass generated : unit.getClasses()) {
            classes.put(generated.getName(), generated.getBytes());
        }
        return classes;
    }
}
