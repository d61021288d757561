package dev.retort.internal.sandbox;

import groovy.lang.Closure;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of the language with what can be written after each, for those who complete and explain them. */
public final class Vocabulary {

    private static final VisibleNames NAMES = VisibleNames.ofScripts();

    private Vocabulary() {}

    /** The words that can be written in one kind of place. */
    public static final class Place {
        private final Scope scope;

        private Place(Scope scope) {
            this.scope = scope;
        }

        /** Where it is, for a sentence: {@code inside createTable}. */
        public String name() {
            return scope.place();
        }

        /** The place inside of a closure that a word takes here; empty where it takes none. */
        public Optional<Place> inside(String word) {
            Scope opened = scope.openedBy(word);
            if (opened == null && scope.isInner()) {
                opened = scope.outer().openedBy(word);
            }
            return Optional.ofNullable(opened).map(Place::new);
        }

        /** Whether the types of columns can be written. */
        public boolean hasTypes() {
            return scope != Scope.HEADER && scope != Scope.ROWS;
        }

        public SortedSet<String> words() {
            return new TreeSet<>(NAMES.verbs(scope.type()));
        }

        /** What a word can be followed by; of one that is not known here, as it is known around here. */
        public Optional<Word> word(String name) {
            if (NAMES.has(scope.type(), name)) {
                return Optional.of(Vocabulary.word(scope.type(), name));
            }
            Class<?> outer = scope.outer().type();
            return scope.isInner() && NAMES.has(outer, name)
                    ? Optional.of(Vocabulary.word(outer, name))
                    : Optional.empty();
        }
    }

    /**
     * One word.
     *
     * @param writings how it is written, the usual form first
     * @param parameters the names of what is written before the options, of each form
     * @param options by their names, with their types
     * @param takesClosure whether it cannot do without a closure
     */
    public record Word(
            String name,
            List<String> writings,
            List<List<String>> parameters,
            SortedMap<String, Class<?>> options,
            boolean takesClosure) {

        public Word {
            writings = List.copyOf(writings);
            parameters = List.copyOf(parameters);
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }
    }

    /** The top of a revision. */
    public static Place ofRevision() {
        return new Place(Scope.HEADER);
    }

    /** The top of a schema file. */
    public static Place ofSchemaFile() {
        return new Place(Scope.DECLARATIONS);
    }

    /** The words for the types of columns. */
    public static SortedSet<String> types() {
        return new TreeSet<>(NAMES.types());
    }

    /** What a type can be followed by; empty for a word that is no type. */
    public static Optional<Word> type(String name) {
        return NAMES.types().contains(name) ? Optional.of(word(Scope.OPERATIONS.type(), name)) : Optional.empty();
    }

    private static Word word(Class<?> type, String name) {
        List<Method> forms = NAMES.forms(type, name);
        return new Word(
                name,
                NAMES.writings(type, name),
                forms.stream().map(Vocabulary::parameters).distinct().toList(),
                NAMES.options(type, name),
                forms.stream()
                        .allMatch(
                                form -> Arrays.asList(form.getParameterTypes()).contains(Closure.class)));
    }

    private static List<String> parameters(Method form) {
        return VisibleNames.positional(form).stream().map(Parameter::getName).toList();
    }
}
