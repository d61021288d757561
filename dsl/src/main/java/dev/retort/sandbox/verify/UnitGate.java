package dev.retort.sandbox.verify;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import java.util.ArrayList;
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

    /**
     * Reads all classes of a script.
     *
     * @param file as messages are to name it
     * @param classes the class files by the names of the classes
     * @throws RetortException with everything in them that a migration may not do
     */
    public AdmittedUnit admit(String file, Map<String, byte[]> classes) {
        Unit unit = new Unit(read(classes));
        List<Violation> violations = new ArrayList<>(names(unit));
        for (ClassNode node : unit.classes()) {
            Plumbing.strip(node);
        }
        for (ClassNode node : unit.classes()) {
            new ClassCheck(unit, allowed, node, violations).check();
        }
        Bridges bridges = new Bridges();
        for (ClassNode node : unit.classes()) {
            CodeCheck code = new CodeCheck(new References(unit, allowed, replacements, bridges), node, violations);
            node.methods.forEach(code::check);
        }
        if (!violations.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, problems(file, violations));
        }
        return new AdmittedUnit(write(unit, bridges), parent, allowed);
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
        violations.stream()
                .sorted(java.util.Comparator.comparingInt(Violation::line))
                .forEach(violation -> problems.add(wording.problem(Location.of(file, violation.line()), violation)));
        return List.copyOf(problems);
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
