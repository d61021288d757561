package dev.retort.sandbox.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts the calls of the guard into a method: at its entry, before each jump back, at its returns, and at the start of
 * each handler, so that no catch clause outlives the run. The depth of the calls at the entry is kept in a local
 * variable, which makes it right again after an exception.
 */
final class Guards {

    private Guards() {}

    static void insert(MethodNode method) {
        if (method.instructions.size() == 0 || Plumbing.isReplaced(method)) {
            return;
        }
        int depth = method.maxLocals++;
        frames(method, depth);
        backEdges(method);
        handlers(method, depth);
        returns(method, depth);
        InsnList entry = new InsnList();
        entry.add(call("enter", "()I"));
        entry.add(new VarInsnNode(Opcodes.ISTORE, depth));
        method.instructions.insert(entry);
    }

    private static MethodInsnNode call(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, Bridges.NAME, name, descriptor, false);
    }

    /** The variable is set wherever the method is, so each frame has it as its last. */
    private static void frames(MethodNode method, int depth) {
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof FrameNode frame) {
                List<Object> locals = new ArrayList<>(frame.local);
                int size = locals.stream().mapToInt(Guards::size).sum();
                for (; size < depth; size++) {
                    locals.add(Opcodes.TOP);
                }
                locals.add(Opcodes.INTEGER);
                frame.local = locals;
            }
        }
    }

    private static int size(@Nullable Object local) {
        return Opcodes.LONG.equals(local) || Opcodes.DOUBLE.equals(local) ? 2 : 1;
    }

    private static void backEdges(MethodNode method) {
        Map<AbstractInsnNode, Integer> positions = new HashMap<>();
        AbstractInsnNode[] all = method.instructions.toArray();
        for (int i = 0; i < all.length; i++) {
            positions.put(all[i], i);
        }
        for (AbstractInsnNode each : all) {
            boolean back = targets(each).stream().anyMatch(label -> positions.get(label) <= positions.get(each));
            if (back) {
                method.instructions.insertBefore(each, call("check", "()V"));
            }
        }
    }

    private static List<LabelNode> targets(AbstractInsnNode each) {
        if (each instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        List<LabelNode> targets = new ArrayList<>();
        if (each instanceof TableSwitchInsnNode cases) {
            targets.addAll(cases.labels);
            targets.add(cases.dflt);
        } else if (each instanceof LookupSwitchInsnNode cases) {
            targets.addAll(cases.labels);
            targets.add(cases.dflt);
        }
        return targets;
    }

    private static void handlers(MethodNode method, int depth) {
        Set<LabelNode> handlers = new HashSet<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (handlers.add(block.handler)) {
                AbstractInsnNode at = block.handler;
                while (at.getNext() != null && at.getNext().getOpcode() < 0) {
                    at = at.getNext();
                }
                InsnList check = new InsnList();
                check.add(new InsnNode(Opcodes.DUP));
                check.add(new VarInsnNode(Opcodes.ILOAD, depth));
                check.add(call("caught", "(Ljava/lang/Throwable;I)V"));
                method.instructions.insert(at, check);
            }
        }
    }

    private static void returns(MethodNode method, int depth) {
        for (AbstractInsnNode each : method.instructions.toArray()) {
            if (each.getOpcode() >= Opcodes.IRETURN && each.getOpcode() <= Opcodes.RETURN) {
                InsnList leave = new InsnList();
                leave.add(new VarInsnNode(Opcodes.ILOAD, depth));
                leave.add(call("leave", "(I)V"));
                method.instructions.insertBefore(each, leave);
            }
        }
    }
}
