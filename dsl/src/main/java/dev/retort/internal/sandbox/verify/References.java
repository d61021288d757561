package dev.retort.internal.sandbox.verify;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** Judges what the code of a script refers to, and knows what is put in the place of some of it. */
final class References {

    private static final String OBJECT = "java/lang/Object";

    private final Unit unit;
    private final AllowList allowed;
    private final Replacements replacements;
    private final Bridges bridges;

    References(Unit unit, AllowList allowed, Replacements replacements, Bridges bridges) {
        this.unit = unit;
        this.allowed = allowed;
        this.replacements = replacements;
        this.bridges = bridges;
    }

    static Optional<Refused> refusedType(Unit unit, AllowList allowed, Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        boolean fine = element.getSort() != Type.OBJECT
                || unit.has(element.getInternalName())
                || allowed.isType(element.getInternalName());
        return fine ? Optional.empty() : Optional.of(Refused.type(element.getInternalName()));
    }

    Optional<Refused> type(Type type) {
        return refusedType(unit, allowed, type);
    }

    boolean has(String internalName) {
        return unit.has(internalName);
    }

    boolean isInterface(String internalName) {
        return allowed.isExtensible(internalName) || unit.has(internalName);
    }

    /** What is called instead of a method, if something is. */
    Optional<Replacements.Target> replacement(boolean isStatic, String owner, String name, String descriptor) {
        String landing = owner.startsWith("[")
                ? owner
                : allowed.find(owner, name + descriptor).orElse(owner);
        Optional<Replacements.Target> target = replacements.find(isStatic, landing, name, descriptor);
        return target.map(found -> found.guarded() ? bridges.bridge(found) : found);
    }

    /** What must be called with the last argument before a constructor is. */
    Optional<Replacements.Check> check(String owner, String name, String descriptor) {
        return name.equals("<init>") ? replacements.check(owner, descriptor).map(bridges::check) : Optional.empty();
    }

    /** A check that is not of a constructor. */
    Replacements.Check capacity(int dimensions) {
        return bridges.check(Replacements.capacity(dimensions));
    }

    Optional<Refused> method(String owner, String name, String descriptor) {
        if (owner.startsWith("[")) {
            Optional<Refused> element = type(Type.getObjectType(owner));
            return element.isPresent() || name.equals("clone") ? element : member(OBJECT, name, descriptor);
        }
        ClassNode node = unit.find(owner);
        if (node == null) {
            return member(owner, name, descriptor);
        }
        Unit.Lookup lookup = unit.lookup(
                node,
                above -> above.methods.stream()
                        .anyMatch(method -> method.name.equals(name) && method.desc.equals(descriptor)));
        boolean fine = name.equals("<init>") ? declares(node, name, descriptor) : inherits(lookup, name + descriptor);
        if (fine) {
            return Optional.empty();
        }
        boolean ofAncestor = !lookup.outside().isEmpty()
                && (!lookup.outside().get(0).equals(OBJECT) || allowed.isClosedInAncestors(name + descriptor));
        return Optional.of(Refused.member(ofAncestor ? lookup.outside().get(0) : owner, name, descriptor));
    }

    private boolean inherits(Unit.Lookup lookup, String member) {
        return lookup.found()
                || lookup.outside().stream()
                        .anyMatch(outside -> allowed.find(outside, member).isPresent());
    }

    private static boolean declares(ClassNode node, String name, String descriptor) {
        return node.methods.stream().anyMatch(method -> method.name.equals(name) && method.desc.equals(descriptor));
    }

    private Optional<Refused> member(String owner, String name, String descriptor) {
        return allowed.find(owner, name + descriptor).isPresent()
                ? Optional.empty()
                : Optional.of(Refused.member(owner, name, descriptor));
    }

    Optional<Refused> field(int opcode, String owner, String name, String descriptor) {
        ClassNode node = unit.find(owner);
        boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        boolean fine;
        if (node == null) {
            fine = !writes && allowed.find(owner, "." + name + ":" + descriptor).isPresent();
        } else {
            Unit.Lookup lookup = unit.lookup(
                    node,
                    above -> above.fields.stream()
                            .anyMatch(field -> field.name.equals(name) && field.desc.equals(descriptor)));
            fine = writes ? lookup.found() : inherits(lookup, "." + name + ":" + descriptor);
        }
        return fine ? Optional.empty() : Optional.of(Refused.member(owner, name, descriptor));
    }

    /** A handle to a method; what is put in its place is a static method of ours. */
    Handle replaced(Handle handle) {
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        return replacement(isStatic, handle.getOwner(), handle.getName(), handle.getDesc())
                .map(target ->
                        new Handle(Opcodes.H_INVOKESTATIC, target.owner(), target.name(), target.descriptor(), false))
                .orElse(handle);
    }

    Optional<Refused> handle(Handle handle) {
        if (handle.getTag() <= Opcodes.H_PUTSTATIC) {
            int opcode = handle.getTag() <= Opcodes.H_GETSTATIC ? Opcodes.GETFIELD : Opcodes.PUTFIELD;
            return field(opcode, handle.getOwner(), handle.getName(), handle.getDesc());
        }
        if (check(handle.getOwner(), handle.getName(), handle.getDesc()).isPresent()) {
            return Optional.of(Refused.member(handle.getOwner(), handle.getName(), handle.getDesc()));
        }
        return method(handle.getOwner(), handle.getName(), handle.getDesc());
    }
}
