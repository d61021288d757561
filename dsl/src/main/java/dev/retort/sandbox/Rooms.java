package dev.retort.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.jspecify.annotations.Nullable;

/** Where in a script the type checker stands, and which words are known there. */
final class Rooms {

    private final Vocabulary vocabulary;
    private final Deque<Room> rooms = new ArrayDeque<>();
    private final Map<ClosureExpression, Room> opened = new IdentityHashMap<>();

    Rooms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        rooms.push(Room.HEADER);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Room current() {
        return rooms.getFirst();
    }

    /** Whether words for a table are known here, before those for the database. */
    boolean isInner() {
        return current() == Room.TABLE || current() == Room.BATCH;
    }

    /** Says what the closure, when it is visited, is the inside of. */
    void open(ClosureExpression closure, Room inside) {
        opened.put(closure, inside);
    }

    void enter(ClosureExpression closure) {
        Room inside = opened.get(closure);
        rooms.push(inside != null ? inside : current());
    }

    void leave() {
        rooms.pop();
    }

    /** The class whose word this is, seen from here: from the inside out. */
    @Nullable
    Class<?> holder(String word) {
        if (vocabulary.has(current().type(), word)) {
            return current().type();
        }
        return isInner() && vocabulary.has(Room.OPERATIONS.type(), word) ? Room.OPERATIONS.type() : null;
    }
}
