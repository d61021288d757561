package dev.retort.sandbox;

import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.header.Header;
import dev.retort.header.ScriptSource;
import dev.retort.sandbox.WatchedRun.Surroundings;
import dev.retort.sandbox.runtime.Allowance;
import dev.retort.sandbox.runtime.Budget;
import dev.retort.sandbox.verify.AdmittedUnit;
import dev.retort.sandbox.verify.UnitGate;
import dev.retort.script.NamingConvention;
import dev.retort.script.Row;
import dev.retort.script.ScriptMigration;
import dev.retort.script.TableRows;
import groovy.lang.GroovyClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.tools.GroovyClass;
import org.jspecify.annotations.Nullable;

/**
 * Compiles revision scripts: checked, and confined to the language of migrations. One compiler serves many scripts,
 * from any number of threads at once, and shares between them what does not belong to one.
 */
public final class ScriptCompiler implements Sandbox {

    /** Hundreds of times what a long script takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Duration deadline;
    private final Budget budget;
    private final NamingConvention naming;
    private @Nullable Tools tools;

    /** What all scripts of a compiler share; made for the first of them, for it starts Groovy. */
    private record Tools(
            CompilerConfiguration configuration,
            GroovyClassLoader lookup,
            ClassesInSight.Sources sources,
            Vocabulary vocabulary,
            UnitGate gate) {

        static Tools make() {
            GroovyVersion.check();
            CompilerConfiguration configuration = ScriptUnit.configuration();
            VisibleClasses visible = new VisibleClasses(ScriptCompiler.class.getClassLoader());
            UnitGate gate = new UnitGate(visible);
            return new Tools(
                    configuration,
                    new GroovyClassLoader(visible, configuration, false),
                    new ClassesInSight.Sources(visible, gate),
                    vocabularyOf(Room.values()),
                    gate);
        }

        private static Vocabulary vocabularyOf(Room... rooms) {
            List<Class<?>> classes = new ArrayList<>(List.of(TableRows.class, Row.class));
            Arrays.stream(rooms).map(Room::type).forEach(classes::add);
            return new Vocabulary(classes);
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
        this(PATIENCE, budget, naming);
    }

    /** @param deadline for compiling one script */
    ScriptCompiler(Duration deadline, Budget budget, NamingConvention naming) {
        this.deadline = deadline;
        this.budget = budget;
        this.naming = naming;
    }

    private synchronized Tools tools() {
        if (tools == null) {
            tools = Tools.make();
        }
        return tools;
    }

    @Override
    public ScriptMigration compile(ScriptSource source, Header header) {
        ScriptMigration migration = compile(source.file(), source.text());
        HeaderAgreement.check(source, header, migration.header());
        return migration;
    }

    /** Nothing of it outlives the runs of its scripts. */
    @Override
    public void close() {
        // A compiler serves any number of runs.
    }

    /**
     * Compiles and checks one script; nothing of its closures runs, but for a {@code change} whose way down is derived.
     *
     * @param file as messages and stack traces are to name it
     * @throws RetortException with everything that is wrong with the script
     */
    public ScriptMigration compile(String file, String text) {
        Tools shared = tools();
        List<Problem> refused = TokenWall.problems(file, text);
        if (!refused.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, refused);
        }
        return BoundedThread.run(file, deadline, () -> {
            String className = className(file);
            AdmittedUnit unit = compiled(shared, file, className, text);
            Surroundings surroundings = new Surroundings(budget, new Allowance(budget), naming);
            return ScriptMigration.of(file, () -> WatchedRun.start(file, className, unit, surroundings));
        });
    }

    private static AdmittedUnit compiled(Tools shared, String file, String className, String text) {
        ScriptUnit unit = new ScriptUnit(shared.configuration, shared.lookup);
        ClassesInSight classes = new ClassesInSight(shared.sources);
        unit.setClassNodeResolver(classes);
        ScriptShape shape = new ScriptShape();
        unit.addPhaseOperation(shape, shape.getPhase().getPhaseNumber());
        TypeCheck check = new TypeCheck(unit, shared.vocabulary, type -> classes.inSight(type, unit));
        unit.addPhaseOperation(check, check.getPhase().getPhaseNumber());
        ScriptUnit.Source source = new ScriptUnit.Source(className, file, text, unit);
        unit.addPhaseOperation(unused -> source.bearFileName(), Phases.INSTRUCTION_SELECTION);
        unit.addSource(source);
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (CompilationFailedException e) {
            List<Problem> problems = CompilerMessages.problems(file, e, unit);
            if (unit.getPhase() <= Phases.CONVERSION) {
                problems = new SyntaxProbe(text, part -> parse(shared, file, part)).nearer(problems);
            }
            throw new RetortException(RetortException.Kind.SCRIPT, problems, e);
        }
        return admitted(shared.gate, file, unit);
    }

    /** What is wrong with the syntax of a part of a script. */
    private static List<Problem> parse(Tools shared, String file, String part) {
        ScriptUnit unit = new ScriptUnit(shared.configuration, shared.lookup);
        unit.addSource(new ScriptUnit.Source(className(file), file, part, unit));
        try {
            unit.compile(Phases.CONVERSION);
            return List.of();
        } catch (CompilationFailedException e) {
            return CompilerMessages.problems(file, e, unit);
        }
    }

    private static AdmittedUnit admitted(UnitGate gate, String file, ScriptUnit unit) {
        Map<String, byte[]> classes = new HashMap<>();
        for (GroovyClass generated : unit.getClasses()) {
            classes.put(generated.getName(), generated.getBytes());
        }
        return gate.admit(file, classes);
    }

    /** Fit for Java whatever the file is called, and no name that a class of a script is likely to have. */
    private static String className(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int end = name.lastIndexOf('.');
        String stem = end > 0 ? name.substring(0, end) : name;
        return "revision_" + stem.replaceAll("[^A-Za-z0-9]", "_");
    }
}
