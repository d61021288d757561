package dev.retort.internal.sandbox.verify;

import org.objectweb.asm.tree.ClassNode;

/**
 * Something in the classes of a script that a migration may not do.
 *
 * @param className where it is
 * @param method where in the class it is; empty for what concerns all of it
 * @param line in the script; 0 when it is not known
 */
record Violation(String className, String method, int line, Refused refused) {

    static Violation of(ClassNode node, Refused refused) {
        return new Violation(node.name, "", 0, refused);
    }
}
