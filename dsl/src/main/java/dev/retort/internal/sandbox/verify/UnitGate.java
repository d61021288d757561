package dev.retort.internal.sandbox.verify;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Decides whether the classes of a script may be defined, and rewrites them so that they stay within their budget. One
 * gate serves many scripts and any number of threads.
 */
public final class UnitGate {

    private final ClassLoader parent;
    private final AllowList allowed;
    private final Replacements replacements = new Replacements();
    private final Wording wording = Wording.load();

    /** @param parent where the classes of Java, Groovy and the language are found */
    public UnitGate(ClassLoader parent) {
        this.parent = parent;
        this.allowed = AllowList.load(parent);
    }

    /** Whether a script may name the class. */
    public boolean isListed(String className) {
        return allowed.isType(className.replace('.', '/'));
    }

    /**
     * Reads all classes of a script.
     *
     * @param file as messages are to name it
     * @param classes the class files by the names of the classes
     * @throws RetortException with everything in them that a migration may not do
     */
    public AdmittedUnit admit(String file, Map<String, byte[]> classes) {
        Judgement judgement = judge(classes);
        if (!judgement.violations().isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, problems(file, judgement.violations()));
        }
        return judgement.unit();
    }

    /** @param unit not to be opened where there are violations */
    record Judgement(List<Violation> violations, AdmittedUnit unit) {}

    Judgement judge(Map<String, byte[]> classes) {
        Unit unit = new Unit(read(classes));
        List<Violation> violations = new ArrayList<>(names(unit));
        unit.classes().forEach(CompilerArtifacts::strip);
        for (ClassNode node : unit.classes()) {
            new ClassCheck(unit, allowed, node, violations).check();
        }
        Bridges bridges = new Bridges();
        References references = new References(unit, allowed, replacements, bridges);
        for (ClassNode node : unit.classes()) {
            node.methods.forEach(method -> new CodeCheck(references, node, violations).check(method));
        }
        return new Judgement(violations, new AdmittedUnit(write(unit, bridges), parent, allowed));
    }

    private List<ClassNode> read(Map<String, byte[]> classes) {
        return classes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    ClassNode node = new ClassNode();
                    new ClassReader(entry.getValue()).accept(node, ClassReader.EXPAND_FRAMES);
                    return node;
                })
                .toList();
    }

    /** A class that the parent knows as well would let the verifier look at one and the JVM link the other. */
    private List<Violation> names(Unit unit) {
        List<Violation> violations = new ArrayList<>();
        for (ClassNode node : unit.classes()) {
            String name = node.name.replace('/', '.');
            if (name.indexOf('.') >= 0 || known(name)) {
                violations.add(Violation.of(node, Refused.name(name)));
            }
        }
        return violations;
    }

    private boolean known(String name) {
        try {
            Class.forName(name, false, parent);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            // A LinkageError is a name that differs from a class in letter case alone, on some file systems.
            return false;
        }
    }

    private List<Problem> problems(String file, List<Violation> violations) {
        Set<Problem> problems = new LinkedHashSet<>();
        Set<String> reported = new HashSet<>();
        violations.stream()
                .sorted(Comparator.comparingInt(
                        violation -> violation.line() == 0 ? Integer.MAX_VALUE : violation.line()))
                .map(violation -> wording.problem(Location.of(file, violation.line()), violation))
                .filter(problem -> reported.add(problem.sentence()) || located(problem))
                .forEach(problems::add);
        return List.copyOf(problems);
    }

    /** What the compiler repeats in code of its own has no line, and has been reported. */
    private static boolean located(Problem problem) {
        return problem.location() != null && problem.location().line() > 0;
    }

    private static Map<String, byte[]> write(Unit unit, Bridges bridges) {
        Map<String, byte[]> written = new LinkedHashMap<>();
        for (ClassNode node : unit.classes()) {
            node.methods.forEach(Guards::insert);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            written.put(node.name.replace('/', '.'), writer.toByteArray());
        }
        written.put(Bridges.CLASS_NAME, bridges.write());
        return written;
    }
}
