package dev.retort.internal.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.jspecify.annotations.Nullable;

/** Where in a script the type checker is, and which words are known there. */
final class ScopeStack {

    private final VisibleNames vocabulary;
    private final Deque<Scope> rooms = new ArrayDeque<>();
    private final Map<ClosureExpression, Scope> opened = new IdentityHashMap<>();

    /** @param top where the script's own statements are */
    ScopeStack(VisibleNames vocabulary, Scope top) {
        this.vocabulary = vocabulary;
        rooms.push(top);
    }

    VisibleNames vocabulary() {
        return vocabulary;
    }

    Scope current() {
        return rooms.getFirst();
    }

    /** Whether words for a table are known here, before those for the database. */
    boolean isInner() {
        return current().isInner();
    }

    /** Says what the closure, when it is visited, is the inside of. */
    void open(ClosureExpression closure, Scope inside) {
        opened.put(closure, inside);
    }

    void enter(ClosureExpression closure) {
        Scope inside = opened.get(closure);
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
        Class<?> outer = current().outer().type();
        return isInner() && vocabulary.has(outer, word) ? outer : null;
    }
}
