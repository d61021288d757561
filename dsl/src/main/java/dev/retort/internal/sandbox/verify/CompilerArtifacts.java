package dev.retort.internal.sandbox.verify;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Takes out of a class what the Groovy compiler puts there for dynamic calls. What a method of that kind did before
 * does not matter: it is dropped or gets another body, so that its name excuses nothing.
 */
final class CompilerArtifacts {

    private static final String META_CLASS = "Lgroovy/lang/MetaClass;";
    private static final String CALL_SITES = "()[Lorg/codehaus/groovy/runtime/callsite/CallSite;";

    private static final Set<String> FIELDS = Set.of("$callSiteArray", "$staticClassInfo");

    private static final Set<String> DROPPED = Set.of(
            "$createCallSiteArray()Lorg/codehaus/groovy/runtime/callsite/CallSiteArray;",
            "$getCallSiteArray" + CALL_SITES,
            "main([Ljava/lang/String;)V",
            "methodMissing(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;",
            "$static_methodMissing(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;",
            "propertyMissing(Ljava/lang/String;)Ljava/lang/Object;",
            "propertyMissing(Ljava/lang/String;Ljava/lang/Object;)V",
            "$static_propertyMissing(Ljava/lang/String;)Ljava/lang/Object;",
            "$static_propertyMissing(Ljava/lang/String;Ljava/lang/Object;)V");

    private static final String OUTER = "this$dist$";

    private CompilerArtifacts() {}

    static void strip(ClassNode node) {
        node.fields.removeIf(field -> FIELDS.contains(field.name));
        node.methods.removeIf(method -> DROPPED.contains(method.name + method.desc) || method.name.startsWith(OUTER));
        node.methods.forEach(method -> {
            replaceBody(method);
            replaceCallSites(method);
            withoutAnnotations(method);
        });
        node.visibleAnnotations = null;
        node.invisibleAnnotations = null;
        node.visibleTypeAnnotations = null;
        node.invisibleTypeAnnotations = null;
        node.attrs = null;
        node.signature = null;
        node.fields.forEach(field -> {
            field.visibleAnnotations = null;
            field.invisibleAnnotations = null;
            field.visibleTypeAnnotations = null;
            field.invisibleTypeAnnotations = null;
            field.signature = null;
            field.attrs = null;
        });
        if (node.recordComponents != null) {
            node.recordComponents.forEach(component -> {
                component.visibleAnnotations = null;
                component.invisibleAnnotations = null;
                component.visibleTypeAnnotations = null;
                component.invisibleTypeAnnotations = null;
                component.signature = null;
            });
        }
    }

    private static void withoutAnnotations(MethodNode method) {
        method.visibleAnnotations = null;
        method.invisibleAnnotations = null;
        method.visibleTypeAnnotations = null;
        method.invisibleTypeAnnotations = null;
        method.visibleParameterAnnotations = null;
        method.invisibleParameterAnnotations = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        method.annotationDefault = null;
        method.signature = null;
        method.attrs = null;
        method.localVariables = null;
    }

    private static void replaceBody(MethodNode method) {
        InsnList body = new InsnList();
        if (isMetaClassGetter(method)) {
            body.add(new VarInsnNode(Opcodes.ALOAD, 0));
            body.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC,
                    Type.getInternalName(dev.retort.internal.sandbox.runtime.GroovyIntrinsics.class),
                    "metaClass",
                    "(Ljava/lang/Object;)" + META_CLASS));
            body.add(new InsnNode(Opcodes.ARETURN));
        } else if ((method.name + method.desc).equals("$getStaticMetaClass()" + META_CLASS)) {
            body.add(new InsnNode(Opcodes.ACONST_NULL));
            body.add(new InsnNode(Opcodes.ARETURN));
        } else if ((method.name + method.desc).equals("setMetaClass(" + META_CLASS + ")V")) {
            body.add(new InsnNode(Opcodes.RETURN));
        } else {
            return;
        }
        method.instructions = body;
        method.tryCatchBlocks.clear();
        method.access &= ~(Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE);
        method.maxStack = 2;
        method.maxLocals = 2;
    }

    static boolean isMetaClassGetter(MethodNode method) {
        return (method.name + method.desc).equals("getMetaClass()" + META_CLASS);
    }

    /** Whether what is in the method is ours by now, and needs no check. */
    static boolean isReplaced(MethodNode method) {
        return method.desc.contains(META_CLASS)
                && Set.of("getMetaClass", "setMetaClass", "$getStaticMetaClass").contains(method.name);
    }

    /** The array of call sites is fetched and then left alone. */
    private static void replaceCallSites(MethodNode method) {
        for (AbstractInsnNode each : method.instructions.toArray()) {
            if (each instanceof MethodInsnNode call
                    && (call.name + call.desc).equals("$getCallSiteArray" + CALL_SITES)) {
                method.instructions.set(call, new InsnNode(Opcodes.ACONST_NULL));
            } else if (isCallSiteCast(each)) {
                method.instructions.remove(each);
            }
        }
    }

    private static boolean isCallSiteCast(@Nullable AbstractInsnNode node) {
        return node instanceof org.objectweb.asm.tree.TypeInsnNode cast
                && cast.getOpcode() == Opcodes.CHECKCAST
                && cast.desc.equals("[Lorg/codehaus/groovy/runtime/callsite/CallSite;");
    }
}
