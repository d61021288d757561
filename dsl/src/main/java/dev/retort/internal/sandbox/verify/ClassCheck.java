package dev.retort.internal.sandbox.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Checks what a class of a script is: its ancestors, the types in its declarations, and the methods it may not have. */
final class ClassCheck {

    private static final Set<String> GENERATED =
            Set.of("org/codehaus/groovy/runtime/GeneratedClosure", "org/codehaus/groovy/runtime/GeneratedLambda");

    /** What Groovy or the JVM would call without the author's knowledge. */
    private static final Map<String, String> HOOKS = Map.of(
            "getProperty(Ljava/lang/String;)Ljava/lang/Object;", "getProperty",
            "setProperty(Ljava/lang/String;Ljava/lang/Object;)V", "setProperty",
            "invokeMethod(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;", "invokeMethod",
            "finalize()V", "finalize",
            "readResolve()Ljava/lang/Object;", "readResolve",
            "writeReplace()Ljava/lang/Object;", "writeReplace");

    private final Unit unit;
    private final AllowList allowed;
    private final ClassNode node;
    private final List<Violation> violations;

    ClassCheck(Unit unit, AllowList allowed, ClassNode node, List<Violation> violations) {
        this.unit = unit;
        this.allowed = allowed;
        this.node = node;
        this.violations = violations;
    }

    void check() {
        int line = firstLine();
        ancestor(node.superName == null ? "(none)" : node.superName, line);
        node.interfaces.forEach(name -> ancestor(name, line));
        if ("groovy/lang/Closure".equals(node.superName) && !isGenerated()) {
            add("", line, Refused.construct("closure", "A migration cannot extend Closure."));
        }
        if ((node.access & (Opcodes.ACC_ANNOTATION | Opcodes.ACC_MODULE)) != 0) {
            add("", line, Refused.construct("annotation", "A migration cannot declare annotations."));
        }
        for (FieldNode field : node.fields) {
            type(Type.getType(field.desc), "", line);
        }
        node.methods.forEach(this::method);
        nest(line);
    }

    /** A closure as the compiler writes it; a source that says so of its own class is refused before. */
    private boolean isGenerated() {
        return !node.interfaces.isEmpty() && GENERATED.containsAll(node.interfaces);
    }

    /** Being someone else's nest mate would open their private members. */
    private void nest(int line) {
        List<String> related = new java.util.ArrayList<>();
        related.addAll(node.nestMembers == null ? List.of() : node.nestMembers);
        related.addAll(node.permittedSubclasses == null ? List.of() : node.permittedSubclasses);
        if (node.nestHostClass != null) {
            related.add(node.nestHostClass);
        }
        related.stream().filter(name -> !unit.has(name)).forEach(name -> add("", line, Refused.type(name)));
        if (node.recordComponents != null) {
            node.recordComponents.forEach(component -> type(Type.getType(component.descriptor), "", line));
        }
    }

    private void ancestor(String name, int line) {
        if (unit.has(name) || allowed.isExtensible(name)) {
            return;
        }
        if (allowed.isType(name)) {
            String plain = name.substring(name.lastIndexOf('/') + 1);
            add("", line, Refused.construct("extend", "A migration cannot extend or implement " + plain + "."));
        } else {
            add("", line, Refused.type(name));
        }
    }

    private void method(MethodNode method) {
        int line = CodeCheck.firstLine(method);
        if (CompilerArtifacts.isReplaced(method)) {
            return;
        }
        Type descriptor = Type.getMethodType(method.desc);
        type(descriptor.getReturnType(), method.name, line);
        for (Type argument : descriptor.getArgumentTypes()) {
            type(argument, method.name, line);
        }
        method.exceptions.forEach(name -> type(Type.getObjectType(name), method.name, line));
        String hook = HOOKS.get(method.name + method.desc);
        if (hook != null || denied(method)) {
            add(
                    method.name,
                    line,
                    Refused.construct(
                            "hook",
                            "A class of a migration cannot have a method \"" + method.name + "\" like this one."));
        }
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            add(method.name, line, Refused.construct("native", "A migration cannot have native methods."));
        }
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            add(method.name, line, Refused.construct("lock", "A migration cannot use synchronized."));
        }
    }

    /** Declaring in an interface what an ancestor keeps closed would open it: the JVM calls what the ancestor has. */
    private boolean denied(MethodNode method) {
        return !method.name.startsWith("<") && allowed.isClosedInAncestors(method.name + method.desc);
    }

    private void type(Type type, String method, int line) {
        References.refusedType(unit, allowed, type).ifPresent(refused -> add(method, line, refused));
    }

    private int firstLine() {
        return node.methods.stream()
                .mapToInt(CodeCheck::firstLine)
                .filter(line -> line > 0)
                .min()
                .orElse(0);
    }

    private void add(String method, int line, Refused refused) {
        violations.add(new Violation(node.name, method, line, refused));
    }
}
