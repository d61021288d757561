package dev.retort.internal.sandbox.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
        if (method.instructions.size() == 0 || CompilerArtifacts.isReplaced(method)) {
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
        InsnList code = method.instructions;
        List<AbstractInsnNode> backEdges = new ArrayList<>();
        for (AbstractInsnNode each : code) {
            if (targets(each).stream().anyMatch(label -> code.indexOf(label) <= code.indexOf(each))) {
                backEdges.add(each);
            }
        }
        backEdges.forEach(each -> code.insertBefore(each, call("check", "()V")));
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

    /** A check between two labels. */
    private record Check(LabelNode start, LabelNode end) {}

    private static void handlers(MethodNode method, int depth) {
        Set<LabelNode> handlers = new LinkedHashSet<>();
        method.tryCatchBlocks.forEach(block -> handlers.add(block.handler));
        List<Check> checks = new ArrayList<>();
        for (LabelNode handler : handlers) {
            AbstractInsnNode at = handler;
            while (at.getNext() != null && at.getNext().getOpcode() < 0) {
                at = at.getNext();
            }
            Check check = new Check(new LabelNode(), new LabelNode());
            checks.add(check);
            InsnList code = new InsnList();
            code.add(check.start());
            code.add(new InsnNode(Opcodes.DUP));
            code.add(new VarInsnNode(Opcodes.ILOAD, depth));
            code.add(call("caught", "(Ljava/lang/Throwable;I)V"));
            code.add(check.end());
            method.instructions.insert(at, code);
        }
        List<TryCatchBlockNode> outside = new ArrayList<>();
        method.tryCatchBlocks.forEach(block -> outside.addAll(without(checks, block, method)));
        method.tryCatchBlocks = outside;
    }

    /** What a check throws is not to be handled: two handlers that cover each other would never end. */
    private static List<TryCatchBlockNode> without(List<Check> checks, TryCatchBlockNode block, MethodNode method) {
        List<TryCatchBlockNode> parts = new ArrayList<>();
        LabelNode start = block.start;
        InsnList code = method.instructions;
        List<Check> inside = checks.stream()
                .filter(check -> code.indexOf(check.start()) < code.indexOf(block.end)
                        && code.indexOf(check.end()) > code.indexOf(block.start))
                .sorted(Comparator.comparingInt(check -> code.indexOf(check.start())))
                .toList();
        for (Check check : inside) {
            part(block, start, check.start(), parts);
            start = check.end();
        }
        part(block, start, block.end, parts);
        return parts;
    }

    private static void part(TryCatchBlockNode block, LabelNode start, LabelNode end, List<TryCatchBlockNode> parts) {
        for (AbstractInsnNode each = start; each != null && each != end; each = each.getNext()) {
            if (each.getOpcode() >= 0) {
                parts.add(new TryCatchBlockNode(start, end, block.handler, block.type));
                return;
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
