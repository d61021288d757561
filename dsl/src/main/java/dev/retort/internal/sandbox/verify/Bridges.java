package dev.retort.internal.sandbox.verify;

import dev.retort.internal.sandbox.runtime.Confined;
import dev.retort.internal.sandbox.runtime.Guard;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes one more class for each script: it holds the guard of the run in a final field, which the JIT compiler takes
 * for a constant, and hands it to the methods of the runtime that ask for it. No code of the script can name the class.
 */
final class Bridges {

    static final String CLASS_NAME = "dev.retort.internal.sandbox.unit.Watched";
    static final String NAME = CLASS_NAME.replace('.', '/');

    private static final String GUARD = Type.getInternalName(Guard.class);
    private static final String GUARD_TYPE = Type.getDescriptor(Guard.class);
    private static final String CONFINED = Type.getInternalName(Confined.class);

    private final Map<Replacements.Target, Replacements.Target> bridges = new LinkedHashMap<>();

    Replacements.Target bridge(Replacements.Target target) {
        return bridges.computeIfAbsent(
                target,
                wanted -> new Replacements.Target(NAME, wanted.name() + bridges.size(), wanted.descriptor(), false));
    }

    Replacements.Check check(Replacements.Check check) {
        return new Replacements.Check(check.duplicate(), bridge(check.target()));
    }

    byte[] write() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                NAME,
                null,
                "java/lang/Object",
                null);
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "GUARD", GUARD_TYPE, null, null)
                .visitEnd();
        initialiser(writer);
        forward(writer, "check", "()V");
        forward(writer, "enter", "()I");
        forward(writer, "leave", "(I)V");
        forward(writer, "caught", "(Ljava/lang/Throwable;I)V");
        bridges.forEach((target, bridge) -> bridge(writer, target, bridge));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static MethodVisitor method(ClassWriter writer, String name, String descriptor) {
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        return method;
    }

    private static void end(MethodVisitor method, Type result) {
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void initialiser(ClassWriter writer) {
        MethodVisitor method = method(writer, "<clinit>", "()V");
        method.visitLdcInsn(Type.getObjectType(NAME));
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getClassLoader", "()Ljava/lang/ClassLoader;", false);
        method.visitTypeInsn(Opcodes.CHECKCAST, CONFINED);
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, CONFINED, "guard", "()" + GUARD_TYPE, true);
        method.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "GUARD", GUARD_TYPE);
        end(method, Type.VOID_TYPE);
    }

    private static void loadArguments(MethodVisitor method, String descriptor) {
        int index = 0;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            method.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), index);
            index += argument.getSize();
        }
    }

    private static void forward(ClassWriter writer, String name, String descriptor) {
        MethodVisitor method = method(writer, name, descriptor);
        method.visitFieldInsn(Opcodes.GETSTATIC, NAME, "GUARD", GUARD_TYPE);
        loadArguments(method, descriptor);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, GUARD, name, descriptor, false);
        end(method, Type.getReturnType(descriptor));
    }

    private static void bridge(ClassWriter writer, Replacements.Target target, Replacements.Target bridge) {
        MethodVisitor method = method(writer, bridge.name(), bridge.descriptor());
        loadArguments(method, bridge.descriptor());
        method.visitFieldInsn(Opcodes.GETSTATIC, NAME, "GUARD", GUARD_TYPE);
        String descriptor = target.descriptor().replace(")", GUARD_TYPE + ")");
        method.visitMethodInsn(Opcodes.INVOKESTATIC, target.owner(), target.name(), descriptor, false);
        end(method, Type.getReturnType(bridge.descriptor()));
    }
}
