package dev.retort.internal.sandbox.verify;

import org.objectweb.asm.Type;

/**
 * What was refused.
 *
 * @param key what the table of wordings may have a line for: a class, or {@code class.member}
 * @param sentence reported where the table has none
 */
record Refused(String key, String sentence) {

    static Refused type(String internalName) {
        String name = dotted(internalName);
        return new Refused(name, "A migration cannot use " + name + ".");
    }

    static Refused member(String owner, String name, String descriptor) {
        String type = dotted(owner);
        String what = owner.startsWith("org/codehaus/groovy/runtime/") && owner.endsWith("Methods")
                ? name + "()"
                : name.equals("<init>")
                        ? "new " + type
                        : descriptor.startsWith("(") ? type + "." + name + "()" : type + "." + name;
        return new Refused(
                type + "." + name,
                (descriptor.startsWith("(") ? "A migration cannot call " : "A migration cannot use ") + what + ".");
    }

    static Refused name(String name) {
        return new Refused(
                "(name)",
                "The class \"" + name + "\" has a name that is taken; classes of a migration have no package.");
    }

    static Refused construct(String key, String sentence) {
        return new Refused("(" + key + ")", sentence);
    }

    private static String dotted(String internalName) {
        return internalName.startsWith("[")
                ? Type.getType(internalName).getClassName()
                : internalName.replace('/', '.').replace('$', '.');
    }
}
