package dev.retort.internal.sandbox.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Reads the instructions of a method: each is fine as it is, is replaced, or is a violation. */
final class CodeCheck {

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";
    private static final Set<String> OF_RECORDS = Set.of("equals", "hashCode", "toString");

    private final References references;
    private final ClassNode node;
    private final List<Violation> violations;
    private String method = "";
    private int line;

    CodeCheck(References references, ClassNode node, List<Violation> violations) {
        this.references = references;
        this.node = node;
        this.violations = violations;
    }

    static int firstLine(MethodNode method) {
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    void check(MethodNode code) {
        if (CompilerArtifacts.isReplaced(code)) {
            return;
        }
        method = code.name;
        line = firstLine(code);
        if (line == 0) {
            line = firstReference(code);
        }
        code.tryCatchBlocks.stream()
                .filter(block -> block.type != null)
                .forEach(block -> type(Type.getObjectType(block.type)));
        for (AbstractInsnNode each : code.instructions.toArray()) {
            if (each instanceof LineNumberNode number) {
                line = number.line;
            } else {
                instruction(code, each);
            }
        }
    }

    /** Code that the compiler wrote for a line has none itself; it stands for the line that refers to it. */
    private int firstReference(MethodNode code) {
        int last = 0;
        for (MethodNode other : node.methods) {
            for (AbstractInsnNode each : other.instructions) {
                if (each instanceof LineNumberNode number) {
                    last = number.line;
                } else if (refersTo(each, code.name)) {
                    return last;
                }
            }
        }
        return 0;
    }

    private static boolean refersTo(AbstractInsnNode each, String name) {
        if (each instanceof InvokeDynamicInsnNode dynamic) {
            return Stream.of(dynamic.bsmArgs)
                    .anyMatch(argument -> argument instanceof Handle handle
                            && handle.getName().equals(name));
        }
        return each instanceof MethodInsnNode call && call.name.equals(name) && !name.startsWith("<");
    }

    private void instruction(MethodNode code, AbstractInsnNode each) {
        if (each instanceof MethodInsnNode call) {
            call(code, call);
        } else if (each instanceof FieldInsnNode access) {
            add(references.field(access.getOpcode(), access.owner, access.name, access.desc));
        } else if (each instanceof TypeInsnNode use) {
            type(Type.getObjectType(use.desc));
            if (use.getOpcode() == Opcodes.ANEWARRAY) {
                before(code, use, references.capacity(1));
            }
        } else if (each instanceof IntInsnNode array && array.getOpcode() == Opcodes.NEWARRAY) {
            before(code, array, references.capacity(1));
        } else if (each instanceof MultiANewArrayInsnNode array) {
            arrays(code, array);
        } else if (each instanceof LdcInsnNode constant) {
            constant(constant.cst);
        } else if (each instanceof InvokeDynamicInsnNode dynamic) {
            dynamic(dynamic);
        } else if (each instanceof InsnNode && isMonitor(each.getOpcode())) {
            add(Refused.construct("lock", "A migration cannot use synchronized."));
        }
    }

    private static boolean isMonitor(int opcode) {
        return opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT;
    }

    private void call(MethodNode code, MethodInsnNode call) {
        boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        Optional<Replacements.Target> target = references.replacement(isStatic, call.owner, call.name, call.desc);
        if (target.isPresent()) {
            call.setOpcode(Opcodes.INVOKESTATIC);
            call.owner = target.get().owner();
            call.name = target.get().name();
            call.desc = target.get().descriptor();
            call.itf = false;
            return;
        }
        references.check(call.owner, call.name, call.desc).ifPresent(check -> before(code, call, check));
        add(references.method(call.owner, call.name, call.desc));
    }

    private static void before(MethodNode code, AbstractInsnNode instruction, Replacements.Check check) {
        code.instructions.insertBefore(instruction, new InsnNode(check.duplicate()));
        code.instructions.insertBefore(
                instruction,
                new MethodInsnNode(
                        Opcodes.INVOKESTATIC,
                        check.target().owner(),
                        check.target().name(),
                        check.target().descriptor()));
    }

    private void arrays(MethodNode code, MultiANewArrayInsnNode array) {
        type(Type.getType(array.desc));
        if (array.dims > 2) {
            add(Refused.construct("dimensions", "A migration cannot make arrays of more than two dimensions at once."));
        } else {
            before(code, array, references.capacity(array.dims));
        }
    }

    private void constant(Object constant) {
        if (constant instanceof Type type && type.getSort() == Type.METHOD) {
            type(type.getReturnType());
            List.of(type.getArgumentTypes()).forEach(this::type);
        } else if (constant instanceof Type type) {
            type(type);
        } else if (constant instanceof Handle || constant instanceof ConstantDynamic) {
            add(Refused.construct("handle", "A migration cannot hold method handles."));
        }
    }

    private void dynamic(InvokeDynamicInsnNode dynamic) {
        Type descriptor = Type.getMethodType(dynamic.desc);
        List.of(descriptor.getArgumentTypes()).forEach(this::type);
        type(descriptor.getReturnType());
        if (dynamic.bsm.getOwner().equals(LAMBDAS) && dynamic.bsm.getName().equals("metafactory")) {
            lambda(dynamic, descriptor);
        } else if (dynamic.bsm.getOwner().equals(RECORDS) && OF_RECORDS.contains(dynamic.name)) {
            record(dynamic);
        } else {
            add(Refused.construct("dynamic", "A migration cannot call \"" + dynamic.name + "\" dynamically."));
        }
    }

    private void lambda(InvokeDynamicInsnNode dynamic, Type descriptor) {
        if (!references.isInterface(descriptor.getReturnType().getInternalName())) {
            add(Refused.type(descriptor.getReturnType().getInternalName()));
        }
        for (int i = 0; i < dynamic.bsmArgs.length; i++) {
            if (dynamic.bsmArgs[i] instanceof Handle handle) {
                Handle replaced = references.replaced(handle);
                if (replaced.equals(handle)) {
                    add(references.handle(handle));
                }
                dynamic.bsmArgs[i] = replaced;
            } else {
                constant(dynamic.bsmArgs[i]);
            }
        }
    }

    private void record(InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
                boolean own = handle.getTag() == Opcodes.H_GETFIELD
                        && handle.getOwner().equals(node.name);
                add(own ? references.handle(handle) : Optional.of(Refused.type(handle.getOwner())));
            } else {
                constant(argument);
            }
        }
    }

    private void type(Type type) {
        add(references.type(type));
    }

    private void add(Optional<Refused> refused) {
        refused.ifPresent(this::add);
    }

    private void add(Refused refused) {
        violations.add(new Violation(node.name, method, line, refused));
    }
}
