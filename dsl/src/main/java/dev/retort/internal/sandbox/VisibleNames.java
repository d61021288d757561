package dev.retort.internal.sandbox;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.script.Row;
import dev.retort.internal.script.TableRows;
import groovy.lang.Closure;
import groovy.transform.NamedParam;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of the language, read once from the classes that make them work, so that the two cannot differ. */
final class VisibleNames {

    /** What Java and the object protocol bring along and no author means. */
    private static final Set<String> NOT_WORDS =
            Set.of("equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "run");

    /** The form to show first: without a closure where that can be, with all its arguments, and with options. */
    private static final Comparator<Method> USUAL = Comparator.comparing(VisibleNames::takesClosure)
            .thenComparing(form -> !takesOptions(form))
            .thenComparing(VisibleNames::length)
            .thenComparing(Method::toString);

    private final Map<Class<?>, SortedMap<String, List<Method>>> words = new LinkedHashMap<>();
    private final SortedSet<String> types = new TreeSet<>();

    /** All that scripts can name, in whatever place of theirs. */
    static VisibleNames ofScripts() {
        List<Class<?>> classes = new ArrayList<>(List.of(TableRows.class, Row.class));
        Arrays.stream(Scope.values()).map(Scope::type).forEach(classes::add);
        return new VisibleNames(classes);
    }

    VisibleNames(Collection<Class<?>> classes) {
        for (Class<?> type : classes) {
            words.put(type, read(type));
        }
        for (Method method : dev.retort.internal.script.Types.class.getMethods()) {
            if (ColumnType.class.isAssignableFrom(method.getReturnType())) {
                types.add(word(method));
            }
        }
    }

    private static SortedMap<String, List<Method>> read(Class<?> type) {
        SortedMap<String, List<Method>> read = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (!NOT_WORDS.contains(method.getName())
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isBridge()) {
                read.computeIfAbsent(word(method), name -> new ArrayList<>()).add(method);
            }
        }
        return read;
    }

    private static String word(Method method) {
        String name = method.getName();
        boolean getter = name.startsWith("get") && name.length() > 3 && method.getParameterCount() == 0;
        return getter ? name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4) : name;
    }

    boolean knows(Class<?> type) {
        return words.containsKey(type);
    }

    boolean has(Class<?> type, String word) {
        return words.getOrDefault(type, new TreeMap<>()).containsKey(word);
    }

    Set<String> types() {
        return types;
    }

    /** All words of a room but those of types. */
    Set<String> verbs(Class<?> type) {
        SortedSet<String> verbs =
                new TreeSet<>(words.getOrDefault(type, new TreeMap<>()).keySet());
        verbs.removeIf(word ->
                types.contains(word) && forms(type, word).stream().noneMatch(form -> form.getDeclaringClass() == type));
        return verbs;
    }

    List<Method> forms(Class<?> type, String word) {
        return words.getOrDefault(type, new TreeMap<>()).getOrDefault(word, List.of());
    }

    /** The options of one form, name to type; empty where it takes none, or any. */
    static SortedMap<String, Class<?>> options(Method form) {
        SortedMap<String, Class<?>> options = new TreeMap<>();
        for (Parameter parameter : form.getParameters()) {
            for (NamedParam option : parameter.getAnnotationsByType(NamedParam.class)) {
                options.put(option.value(), option.type());
            }
        }
        return options;
    }

    /** The options of all forms of a word. */
    SortedMap<String, Class<?>> options(Class<?> type, String word) {
        SortedMap<String, Class<?>> options = new TreeMap<>();
        forms(type, word).forEach(form -> options.putAll(options(form)));
        return options;
    }

    /** What is written before options and closure. */
    static List<Parameter> positional(Method form) {
        List<Parameter> parameters = new ArrayList<>(Arrays.asList(form.getParameters()));
        parameters.removeIf(parameter -> parameter.getName().equals("options")
                || parameter.getName().equals("parameters")
                || parameter.getType() == Closure.class);
        return parameters;
    }

    /** How a word is written: {@code addColumn table, column, type}. */
    String writing(Class<?> type, String word) {
        return forms(type, word).stream()
                .min(USUAL)
                .map(form -> writing(type, word, form))
                .orElseThrow(() -> new IllegalStateException("no word " + word));
    }

    /** How each of its forms is written, the usual one first. */
    List<String> writings(Class<?> type, String word) {
        return forms(type, word).stream()
                .sorted(USUAL)
                .map(form -> writing(type, word, form))
                .distinct()
                .toList();
    }

    private String writing(Class<?> type, String word, Method form) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : positional(form)) {
            boolean pairs = parameter.getName().equals("values") && parameter.getType() == Map.class;
            names.add(pairs ? "column: value" : parameter.getName() + (parameter.isVarArgs() ? "…" : ""));
        }
        if (forms(type, word).size() == 1 && !options(form).isEmpty()) {
            names.add(word.equals("foreignKey") ? "references: 'table.column'" : "option: value");
        }
        return word(form, word, names);
    }

    private static String word(Method form, String word, List<String> names) {
        if (takesClosure(form)) {
            return word + (names.isEmpty() ? "" : "(" + String.join(", ", names) + ")") + " { … }";
        }
        return names.isEmpty() ? word : word + " " + String.join(", ", names);
    }

    private static boolean takesClosure(Method form) {
        return Arrays.asList(form.getParameterTypes()).contains(Closure.class);
    }

    private static boolean takesOptions(Method form) {
        return form.getParameterCount() > 0 && form.getParameterTypes()[0] == Map.class;
    }

    private static int length(Method form) {
        int length = positional(form).size();
        return takesClosure(form) ? length : -length;
    }
}
