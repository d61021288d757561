package dev.retort.internal.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words of the language, for those who want to see all of them. */
public final class ScriptWords {

    private ScriptWords() {}

    /** By where they are written, as {@code at the top of a script}; the types of columns come last. */
    public static Map<String, SortedSet<String>> byPlace() {
        List<Class<?>> classes = new ArrayList<>();
        for (Scope room : Scope.values()) {
            classes.add(room.type());
        }
        VisibleNames vocabulary = new VisibleNames(classes);
        Map<String, SortedSet<String>> words = new LinkedHashMap<>();
        for (Scope room : Scope.values()) {
            if (room == Scope.DECLARED_TABLE) {
                continue; // The words of createTable.
            }
            words.put(room.place(), new TreeSet<>(vocabulary.verbs(room.type())));
        }
        words.put("as the type of a column", new TreeSet<>(vocabulary.types()));
        return words;
    }
}
