package dev.retort.internal.sandbox.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;

/** The classes of one script, and what they inherit from each other. */
final class Unit {

    private final Map<String, ClassNode> classes = new LinkedHashMap<>();

    Unit(Collection<ClassNode> nodes) {
        nodes.forEach(node -> classes.put(node.name, node));
    }

    Collection<ClassNode> classes() {
        return classes.values();
    }

    @Nullable
    ClassNode find(String internalName) {
        return classes.get(internalName);
    }

    boolean has(String internalName) {
        return classes.containsKey(internalName);
    }

    /** Where a member is looked for, as the JVM looks: what of it is in the unit, and where the way leaves the unit. */
    record Lookup(boolean found, List<String> outside) {}

    Lookup lookup(ClassNode owner, Predicate<ClassNode> declares) {
        List<String> outside = new ArrayList<>();
        return new Lookup(declared(owner, declares, outside, 0).isPresent(), outside);
    }

    private Optional<ClassNode> declared(
            ClassNode node, Predicate<ClassNode> declares, List<String> outside, int depth) {
        if (declares.test(node)) {
            return Optional.of(node);
        } else if (depth > classes.size()) {
            return Optional.empty();
        }
        List<String> above = new ArrayList<>(node.interfaces);
        if (node.superName != null) {
            above.add(0, node.superName);
        }
        for (String name : above) {
            ClassNode parent = classes.get(name);
            if (parent == null) {
                outside.add(name);
                continue;
            }
            Optional<ClassNode> found = declared(parent, declares, outside, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
