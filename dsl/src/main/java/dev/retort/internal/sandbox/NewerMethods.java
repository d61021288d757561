package dev.retort.internal.sandbox;

import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/**
 * Methods that collections have since Java 21. A script that used them would run for its author and fail for a colleague
 * with Java 17, so it is refused everywhere.
 */
final class NewerMethods {

    private static final ClassNode COLLECTION = ClassHelper.make(java.util.Collection.class);
    private static final ClassNode DEQUE = ClassHelper.make(java.util.Deque.class);

    private static final Map<String, String> INSTEAD = Map.of(
            "getFirst", "first()",
            "getLast", "last()",
            "removeFirst", "removeAt(0)",
            "addFirst", "add(0, value)",
            "addLast", "add(value)",
            "reversed", "reverse()");

    private NewerMethods() {}

    /** What to say about a method of this name, where what has it is a collection and no queue with two ends. */
    static Optional<Sentence> refusal(ClassNode receiver, String name) {
        String instead = INSTEAD.get(name);
        boolean collection = receiver.equals(COLLECTION) || receiver.implementsInterface(COLLECTION);
        boolean deque = receiver.equals(DEQUE) || receiver.implementsInterface(DEQUE);
        if (instead == null || !collection || deque) {
            return Optional.empty();
        }
        return Optional.of(Sentence.of(
                "Java 17 has no \"" + name + "\" of " + PlainType.of(receiver) + ".", "Write " + instead + "."));
    }
}
